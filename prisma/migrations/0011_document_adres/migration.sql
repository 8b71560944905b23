-- CreateTable
CREATE TABLE "document_adres" (
    "hash" TEXT NOT NULL,
    "soort" TEXT NOT NULL,
    "casus_id" TEXT NOT NULL,
    "persoon_id" TEXT NOT NULL,
    "verloopt_op" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_adres_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "document_adres_verloopt_op_idx" ON "document_adres"("verloopt_op");
