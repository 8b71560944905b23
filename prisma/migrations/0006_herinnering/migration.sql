-- AlterTable
ALTER TABLE "persoon" ADD COLUMN     "herinner_dag_voor" TEXT,
ADD COLUMN     "herinner_vooraf" INTEGER;

-- One reminder can be off, the one just before never: it asks whether somebody is there.
ALTER TABLE "persoon" ADD CONSTRAINT "persoon_herinner_vooraf" CHECK (herinner_vooraf BETWEEN 1 AND 1440);
