-- AlterTable
ALTER TABLE "account" ADD COLUMN     "versie" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "persoon" ADD COLUMN     "versie" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "regio_versie" ADD COLUMN     "versie" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "uitzondering" ADD COLUMN     "versie" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "account_versie_idx" ON "account"("versie");

-- CreateIndex
CREATE INDEX "persoon_versie_idx" ON "persoon"("versie");

-- CreateIndex
CREATE INDEX "regio_versie_versie_idx" ON "regio_versie"("versie");

-- CreateIndex
CREATE INDEX "uitzondering_versie_idx" ON "uitzondering"("versie");
