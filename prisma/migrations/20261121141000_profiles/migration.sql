-- CreateTable
CREATE TABLE "Profile" (
    "memberId" UUID NOT NULL,
    "name" TEXT,
    "nameSkeleton" TEXT,
    "languages" TEXT[],
    "markdown" TEXT,
    "html" TEXT,
    "renderer" INTEGER,
    "showsLanguages" BOOLEAN NOT NULL DEFAULT false,
    "showsOperators" BOOLEAN NOT NULL DEFAULT false,
    "showsContributions" BOOLEAN NOT NULL DEFAULT true,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Profile_pkey" PRIMARY KEY ("memberId")
);

-- CreateTable
CREATE TABLE "ProfileOperator" (
    "memberId" UUID NOT NULL,
    "operatorId" UUID NOT NULL,

    CONSTRAINT "ProfileOperator_pkey" PRIMARY KEY ("memberId","operatorId")
);

-- CreateTable
CREATE TABLE "HandleChange" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "skeleton" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HandleChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Profile_nameSkeleton_key" ON "Profile"("nameSkeleton");

-- CreateIndex
CREATE INDEX "ProfileOperator_operatorId_idx" ON "ProfileOperator"("operatorId");

-- CreateIndex
CREATE INDEX "HandleChange_memberId_changedAt_idx" ON "HandleChange"("memberId", "changedAt");

-- CreateIndex
CREATE INDEX "HandleChange_handle_idx" ON "HandleChange"("handle");

-- CreateIndex
CREATE INDEX "HandleChange_skeleton_idx" ON "HandleChange"("skeleton");

-- AddForeignKey
ALTER TABLE "Profile" ADD CONSTRAINT "Profile_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProfileOperator" ADD CONSTRAINT "ProfileOperator_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Profile"("memberId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProfileOperator" ADD CONSTRAINT "ProfileOperator_operatorId_fkey" FOREIGN KEY ("operatorId") REFERENCES "Operator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandleChange" ADD CONSTRAINT "HandleChange_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Profile" ADD CONSTRAINT "Profile_name_and_its_look" CHECK (num_nonnulls("name", "nameSkeleton") IN (0, 2));
ALTER TABLE "Profile" ADD CONSTRAINT "Profile_has_its_text" CHECK (num_nonnulls("markdown", "html", "renderer") IN (0, 3));
ALTER TABLE "Profile" ADD CONSTRAINT "Profile_languages" CHECK ("languages" <@ ARRAY['zh', 'en', 'fr', 'nl']);
ALTER TABLE "Profile" ADD CONSTRAINT "Profile_size" CHECK (char_length("name") <= 30 AND char_length("markdown") <= 600 AND octet_length("html") <= 40000);
