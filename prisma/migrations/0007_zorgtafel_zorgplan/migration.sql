-- AlterTable
ALTER TABLE "casus" ADD COLUMN     "betrokkenen" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "termijn" ADD COLUMN     "over" TEXT;

-- CreateTable
CREATE TABLE "zorgtafel" (
    "id" TEXT NOT NULL,
    "casus_id" TEXT NOT NULL,
    "stand" TEXT NOT NULL,
    "inhoud" BYTEA NOT NULL,

    CONSTRAINT "zorgtafel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deelname" (
    "zorgtafel_id" TEXT NOT NULL,
    "persoon_id" TEXT NOT NULL,
    "casus_id" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "stand" TEXT NOT NULL,
    "uitgenodigd_op" TIMESTAMPTZ(3),
    "loopt" BOOLEAN NOT NULL,

    CONSTRAINT "deelname_pkey" PRIMARY KEY ("zorgtafel_id","persoon_id")
);

-- CreateTable
CREATE TABLE "zorgplan" (
    "casus_id" TEXT NOT NULL,
    "versie" INTEGER NOT NULL,
    "door" TEXT NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,
    "inhoud" BYTEA NOT NULL,

    CONSTRAINT "zorgplan_pkey" PRIMARY KEY ("casus_id","versie")
);

-- CreateIndex
CREATE INDEX "zorgtafel_casus_id_idx" ON "zorgtafel"("casus_id");

-- CreateIndex
CREATE INDEX "deelname_lopend" ON "deelname"("persoon_id") WHERE (loopt);

-- CreateIndex
CREATE INDEX "deelname_soort_persoon_id_uitgenodigd_op_idx" ON "deelname"("soort", "persoon_id", "uitgenodigd_op");

-- CreateIndex
CREATE INDEX "casus_open_betrokkenen" ON "casus" USING GIN ("betrokkenen") WHERE (open);

-- A case that was answered with "there will be a zorgtafel" goes on: it belongs on the lists again.
UPDATE "casus" SET "open" = true WHERE "stand" = 'teruggekoppeld' AND "uitkomst" = 'zorgtafel';
