-- CreateTable
CREATE TABLE "nota" (
    "id" TEXT NOT NULL,
    "regio" TEXT NOT NULL,
    "casus_id" TEXT,
    "door" TEXT NOT NULL,
    "dienst" TEXT NOT NULL,
    "op" TIMESTAMPTZ(3) NOT NULL,
    "bewerkt_op" TIMESTAMPTZ(3),
    "ingetrokken_op" TIMESTAMPTZ(3),
    "tekst" BYTEA NOT NULL,
    "gelezen" JSONB NOT NULL,
    "open" BOOLEAN NOT NULL,
    "bij" TEXT,
    "versie" INTEGER NOT NULL,

    CONSTRAINT "nota_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "nota_open" ON "nota"("regio") WHERE (open);

-- CreateIndex
CREATE INDEX "nota_regio_op_idx" ON "nota"("regio", "op");

-- CreateIndex
CREATE INDEX "nota_casus" ON "nota"("casus_id") WHERE (casus_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "casus_open_regio" ON "casus"("regio") WHERE (open);

-- CreateIndex
CREATE INDEX "termijn_loopt" ON "termijn"("einde") WHERE (gestopt_op IS NULL);
