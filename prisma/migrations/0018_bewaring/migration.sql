-- CreateIndex
CREATE INDEX "bericht_verwijderd" ON "bericht"("onderwerp") WHERE (soort = 'verwijderd');

-- CreateIndex
CREATE INDEX "casus_afgerond" ON "casus"("regio", "aangemeld_op", "id") WHERE (NOT open);
