import { getLocale, getTranslations } from 'next-intl/server'
import {
  myAbilitiesPath,
  myDataPath,
  myProfilePath,
  myReputationPath,
  notificationsPath,
  secondStepPath,
  sessionsPath,
  waysInPath,
} from '@/lib/paths'

/** Where everything about an account is set, by what one comes for. */
export async function Settings() {
  const [t, profile, abilities, reputation, waysIn, secondStep, sessions, choices, data, locale] = await Promise.all([
    getTranslations('account.settings'),
    getTranslations('profile'),
    getTranslations('abilities'),
    getTranslations('reputation'),
    getTranslations('waysIn'),
    getTranslations('secondStep'),
    getTranslations('sessions'),
    getTranslations('choices'),
    getTranslations('data'),
    getLocale(),
  ])
  const groups = [
    {
      name: 'me',
      links: [
        [myProfilePath(locale), profile('title')],
        [myAbilitiesPath(locale), abilities('title')],
        [myReputationPath(locale), reputation('title')],
      ],
    },
    {
      name: 'signIn',
      links: [
        [waysInPath(locale), waysIn('title')],
        [secondStepPath(locale), secondStep('title')],
        [sessionsPath(locale), sessions('title')],
      ],
    },
    {
      name: 'told',
      links: [
        [notificationsPath(locale), choices('title')],
        [myDataPath(locale), data('title')],
      ],
    },
  ] as const
  return (
    <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-3">
      {groups.map(({ name, links }) => (
        <section key={name} aria-labelledby={`settings-${name}`}>
          <h3 id={`settings-${name}`} className="mb-1 font-semibold">
            {t(name)}
          </h3>
          <ul className="grid gap-2">
            {links.map(([href, title]) => (
              <li key={href}>
                <a href={href}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
