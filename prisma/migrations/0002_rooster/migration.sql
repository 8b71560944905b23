-- CreateTable
CREATE TABLE "rooster_stand" (
    "regio" TEXT NOT NULL,
    "tot" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rooster_stand_pkey" PRIMARY KEY ("regio")
);

-- CreateTable
CREATE TABLE "uitzondering" (
    "id" TEXT NOT NULL,
    "regio" TEXT NOT NULL,
    "datum" TEXT NOT NULL,
    "van" TEXT NOT NULL,
    "tot" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "persoon" TEXT,
    "groep" TEXT,
    "door" TEXT NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,
    "ongedaan_door" TEXT,
    "ongedaan_op" TIMESTAMPTZ(3),

    CONSTRAINT "uitzondering_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verzoek" (
    "id" TEXT NOT NULL,
    "regio" TEXT NOT NULL,
    "van" TEXT NOT NULL,
    "aan" TEXT NOT NULL,
    "geef" JSONB NOT NULL,
    "krijg" JSONB,
    "stand" TEXT NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verzoek_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "aanwezigheid" (
    "regio" TEXT NOT NULL,
    "datum" TEXT NOT NULL,
    "van" TEXT NOT NULL,
    "persoon_id" TEXT NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "aanwezigheid_pkey" PRIMARY KEY ("regio","datum","van")
);

-- CreateTable
CREATE TABLE "agenda" (
    "hash" TEXT NOT NULL,
    "persoon_id" TEXT NOT NULL,
    "regio" TEXT,
    "gemaakt_op" TIMESTAMPTZ(3) NOT NULL,
    "ingetrokken_op" TIMESTAMPTZ(3),

    CONSTRAINT "agenda_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "uitzondering_datum_idx" ON "uitzondering"("datum");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_eigen" ON "agenda"("persoon_id") WHERE (regio IS NULL AND ingetrokken_op IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "agenda_regio" ON "agenda"("persoon_id", "regio") WHERE (regio IS NOT NULL AND ingetrokken_op IS NULL);

-- CreateIndex
CREATE INDEX "bericht_onderwerp" ON "bericht"("onderwerp") WHERE (casus_id IS NULL);
