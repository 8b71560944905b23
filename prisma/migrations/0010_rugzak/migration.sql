-- CreateTable
CREATE TABLE "rugzak" (
    "casus_id" TEXT NOT NULL,
    "inhoud" BYTEA NOT NULL,

    CONSTRAINT "rugzak_pkey" PRIMARY KEY ("casus_id")
);

-- CreateTable
CREATE TABLE "boeking" (
    "id" TEXT NOT NULL,
    "casus_id" TEXT NOT NULL,
    "regio" TEXT NOT NULL,
    "aanvraag_id" TEXT NOT NULL,
    "factuur_id" TEXT,
    "van" TEXT,
    "naar" TEXT,
    "categorie" TEXT NOT NULL,
    "cents" BIGINT NOT NULL,
    "jaar" INTEGER NOT NULL,
    "datum" TEXT NOT NULL,
    "door" TEXT NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,
    "corrigeert" TEXT,

    CONSTRAINT "boeking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rugzak_jaar" (
    "regio" TEXT NOT NULL,
    "jaar" INTEGER NOT NULL,
    "gebonden" BIGINT NOT NULL,

    CONSTRAINT "rugzak_jaar_pkey" PRIMARY KEY ("regio","jaar")
);

-- CreateTable
CREATE TABLE "rugzak_maand" (
    "regio" TEXT NOT NULL,
    "jaar" INTEGER NOT NULL,
    "maand" TEXT NOT NULL,
    "categorie" TEXT NOT NULL,
    "fase" TEXT NOT NULL,
    "cents" BIGINT NOT NULL,

    CONSTRAINT "rugzak_maand_pkey" PRIMARY KEY ("regio","jaar","maand","categorie","fase")
);

-- CreateIndex
CREATE INDEX "boeking_casus_id_idx" ON "boeking"("casus_id");

-- What was booked stays as it was booked: a mistake is taken back by a line of its own.
CREATE FUNCTION "boeking_weigert"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'boeking: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER "boeking_onveranderlijk" BEFORE UPDATE OR TRUNCATE ON "boeking"
  FOR EACH STATEMENT EXECUTE FUNCTION "boeking_weigert"();

ALTER TABLE "boeking" ADD CONSTRAINT "boeking_meer_dan_nul" CHECK ("cents" > 0);
ALTER TABLE "rugzak_jaar" ADD CONSTRAINT "rugzak_jaar_niet_negatief" CHECK ("gebonden" >= 0);
