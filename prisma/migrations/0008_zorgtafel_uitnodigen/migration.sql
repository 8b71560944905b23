-- AlterTable
ALTER TABLE "persoon" ADD COLUMN     "afwezig_tot" TEXT;

-- CreateTable
CREATE TABLE "tafel_agenda" (
    "hash" TEXT NOT NULL,
    "zorgtafel_id" TEXT NOT NULL,
    "deelnemer_id" TEXT NOT NULL,

    CONSTRAINT "tafel_agenda_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "tafel_agenda_zorgtafel_id_idx" ON "tafel_agenda"("zorgtafel_id");

-- CreateIndex
CREATE INDEX "deelname_persoon_id_idx" ON "deelname"("persoon_id");
