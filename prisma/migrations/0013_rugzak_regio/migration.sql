-- CreateTable
CREATE TABLE "rugzak_casus" (
    "casus_id" TEXT NOT NULL,
    "regio" TEXT NOT NULL,
    "begonnen" TEXT NOT NULL,
    "gebonden" BIGINT NOT NULL,
    "verblijf" BIGINT NOT NULL,

    CONSTRAINT "rugzak_casus_pkey" PRIMARY KEY ("casus_id")
);

-- CreateTable
CREATE TABLE "rugzak_regio_melding" (
    "regio" TEXT NOT NULL,
    "jaar" INTEGER NOT NULL,
    "versie" INTEGER NOT NULL,
    "lopend" JSONB NOT NULL,

    CONSTRAINT "rugzak_regio_melding_pkey" PRIMARY KEY ("regio","jaar")
);

-- CreateIndex
CREATE INDEX "rugzak_casus_regio_begonnen_idx" ON "rugzak_casus"("regio", "begonnen");

-- CreateIndex
CREATE INDEX "boeking_regio_jaar_op_id_idx" ON "boeking"("regio", "jaar", "op", "id");

-- What one case comes to follows from its lines alone, and is kept where they are written: a version of the bot from
-- before this table keeps it as well.
CREATE FUNCTION "boeking_telt_mee"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "rugzak_casus" AS c ("casus_id", "regio", "begonnen", "gebonden", "verblijf")
  SELECT "casus_id", min("regio"), min("datum"), sum("erbij"), coalesce(sum("erbij") FILTER (WHERE "categorie" = 'verblijf'), 0)
  FROM (SELECT *, "cents" * (
      CASE WHEN "naar" IN ('vastgelegd', 'gefactureerd', 'betaald') THEN 1 ELSE 0 END
      - CASE WHEN "van" IN ('vastgelegd', 'gefactureerd', 'betaald') THEN 1 ELSE 0 END) AS "erbij" FROM "nieuw") AS n
  GROUP BY "casus_id"
  ON CONFLICT ("casus_id") DO UPDATE SET "begonnen" = least(c."begonnen", EXCLUDED."begonnen"),
    "gebonden" = c."gebonden" + EXCLUDED."gebonden", "verblijf" = c."verblijf" + EXCLUDED."verblijf";
  RETURN NULL;
END $$;

CREATE TRIGGER "boeking_per_casus" AFTER INSERT ON "boeking" REFERENCING NEW TABLE AS "nieuw"
  FOR EACH STATEMENT EXECUTE FUNCTION "boeking_telt_mee"();

-- Lines that are there already.
INSERT INTO "rugzak_casus" ("casus_id", "regio", "begonnen", "gebonden", "verblijf")
SELECT "casus_id", min("regio"), min("datum"), sum("erbij"), coalesce(sum("erbij") FILTER (WHERE "categorie" = 'verblijf'), 0)
FROM (SELECT *, "cents" * (
    CASE WHEN "naar" IN ('vastgelegd', 'gefactureerd', 'betaald') THEN 1 ELSE 0 END
    - CASE WHEN "van" IN ('vastgelegd', 'gefactureerd', 'betaald') THEN 1 ELSE 0 END) AS "erbij" FROM "boeking") AS n
GROUP BY "casus_id";
