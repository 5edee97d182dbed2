-- CreateEnum
CREATE TYPE "SignInOutcome" AS ENUM ('DONE', 'WRONG_PASSWORD', 'RATE_LIMITED', 'NO_WORKSPACE');

-- CreateTable
CREATE TABLE "SignIn" (
    "id" TEXT NOT NULL,
    "userId" TEXT,
    "outcome" "SignInOutcome" NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignIn_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SignIn_userId_at_idx" ON "SignIn"("userId", "at" DESC);

-- CreateIndex
CREATE INDEX "SignIn_at_idx" ON "SignIn"("at" DESC);

-- AddForeignKey
ALTER TABLE "SignIn" ADD CONSTRAINT "SignIn_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
