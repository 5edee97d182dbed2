-- AlterTable
ALTER TABLE "AnnotationTarget" ADD COLUMN     "was" TEXT;
