-- CreateIndex
CREATE INDEX "casus_teruggekoppeld" ON "casus"("aanspreekpunt") WHERE (stand = 'teruggekoppeld');
