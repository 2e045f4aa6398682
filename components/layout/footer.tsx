import { getTranslations } from 'next-intl/server'
import { documentNames } from '@/lib/documents/names'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/locales'
import {
  checkingPath,
  documentPath,
  factsPath,
  feedbackAboutPath,
  feedbackPath,
  glossaryPath,
  homePath,
} from '@/lib/paths'

export async function Footer({ locale, page }: { locale: Locale; page: string }) {
  const t = await getTranslations()
  const contact = env().CONTACT_ADDRESS
  return (
    <footer className="border-line border-t bg-sunken text-sm">
      <div className="mx-auto grid max-w-page gap-3 px-4 py-6">
        <p className="max-w-text">{t('footer.purpose')}</p>
        <nav aria-label={t('nav.footer')}>
          <ul className="-mx-2 flex flex-wrap">
            <FooterLink href={homePath(locale)} text={t('site.home')} />
            <FooterLink href={checkingPath(locale)} text={t('nav.checking')} />
            <FooterLink href={glossaryPath(locale)} text={t('nav.glossary')} />
            <FooterLink href={factsPath(locale, 'law')} text={t('facts.chapters.law')} />
            <FooterLink href={feedbackPath(locale)} text={t('nav.feedback')} />
            <FooterLink href={feedbackAboutPath(locale, page)} text={t('footer.wrong')} />
            {contact && <FooterLink href={`mailto:${contact}`} text={`${t('footer.contact')}: ${contact}`} />}
          </ul>
        </nav>
        <nav aria-label={t('nav.about')}>
          <ul className="-mx-2 flex flex-wrap">
            {documentNames.map((name) => (
              <FooterLink key={name} href={documentPath(locale, name)} text={t(`footer.documents.${name}`)} />
            ))}
          </ul>
        </nav>
        <p className="text-muted">{t('footer.licence')}</p>
      </div>
    </footer>
  )
}

function FooterLink({ href, text }: { href: string; text: string }) {
  return (
    <li>
      <a href={href} className="block px-2 py-2">
        {text}
      </a>
    </li>
  )
}
