-- AlterTable
ALTER TABLE "Annotation" ADD COLUMN     "editedAt" TIMESTAMPTZ(3);
