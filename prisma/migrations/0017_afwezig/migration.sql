-- AlterTable
ALTER TABLE "uitzondering" ADD COLUMN     "afwezig" TEXT;
