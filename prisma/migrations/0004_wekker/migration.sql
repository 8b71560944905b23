-- AlterTable
ALTER TABLE "bericht" ADD COLUMN     "wekker" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "bericht_wekker" ON "bericht"("wekker") WHERE (wekker IS NOT NULL);

-- CreateIndex
CREATE INDEX "verzoek_open" ON "verzoek"("aan") WHERE (stand = 'open');
