ALTER TABLE "Starter" ADD CONSTRAINT "Starter_locale" CHECK ("locale" IN ('zh', 'en', 'fr', 'nl'));
