import { z } from 'zod'
import { providerNames } from '../providers/names'
import { ConfirmInput, SignInInput } from '../sign-in/schema'

/** Of one member. Each gets every warning, so a few must do. */
export const ADDRESSES_MAX = 5

/** The doors of the page's buttons: a refusal of one is over when another has gone through. */
export const BUTTONS = ['proveAddress', 'linkProvider', 'removeWay', 'visit', 'arrive']

export const AddressInput = SignInInput.pick({ email: true })
export type AddressInput = z.output<typeof AddressInput>

/** The code of the letter, or the token of its link. */
export const AddressProofInput = ConfirmInput
export type AddressProofInput = z.output<typeof AddressProofInput>

export const LinkInput = z.strictObject({ provider: z.enum(providerNames) })
export type LinkInput = z.output<typeof LinkInput>

export const RemoveWayInput = z.strictObject({ way: z.uuid() })
export type RemoveWayInput = z.output<typeof RemoveWayInput>
