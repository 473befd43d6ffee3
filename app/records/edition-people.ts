import type { Reader } from "#db/client"
import type { KnownPerson, KnownToMasking } from "~/law/masking"
import { knownVenue } from "~/law/masking-venues"
import { listAccountsWithRoles } from "~/people/account-store"
import { listGrids, listPersons } from "~/people/register-store"
import type { Ctx } from "~/web/context"
import { listReporterNames } from "./edition-store"
import type { RecordedMeeting } from "./recorded-meeting"

const genders = { female: "女", male: "男", unknown: null } as const

/**
 * Whom masking knows: everyone on the registers, the participants of the meeting, whoever spoke up about its topics. Chair,
 * recorder, members of the 居委会 and staff are named in their office; delegates are not, unless they are told to be.
 */
export async function readKnownToMasking(
  q: Reader,
  { community }: Pick<Ctx, "community">,
  recorded: RecordedMeeting,
): Promise<KnownToMasking> {
  const { meeting, participants } = recorded
  const persons = await listPersons(q, community.id)
  const staff = (await listAccountsWithRoles(q, community.id)).filter(account => account.roles.some(isOffice))
  const officers = new Set([
    ...[meeting.chairPersonId, meeting.recorderPersonId].filter(id => id !== null),
    ...staff.map(account => account.personId),
    ...participants.filter(one => one.capacity === "committeeMember").map(one => one.personId),
  ])
  const genderOf = new Map(persons.map(person => [person.id, genders[person.gender]]))
  const reporters = await listReporterNames(
    q,
    community.id,
    recorded.agenda.flatMap(item => item.topicId ?? []),
  )
  const people: KnownPerson[] = [
    ...persons.map(person => ({
      name: person.name,
      gender: genders[person.gender],
      isPublicRole: officers.has(person.id),
    })),
    ...participants.map(one => ({
      name: one.name,
      gender: genderOf.get(one.personId) ?? null,
      isPublicRole: officers.has(one.personId),
    })),
    ...[recorded.chairName, recorded.recorderName]
      .filter(Boolean)
      .map(name => ({ name, gender: null, isPublicRole: true })),
    ...reporters.map(name => ({ name, gender: null, isPublicRole: false })),
  ]
  return {
    people,
    places: [
      community.name,
      community.subdistrict,
      ...(await listGrids(q, community.id)).map(grid => grid.name),
      ...participants.map(one => one.organization),
    ].filter(Boolean),
    venues: recorded.venue
      ? knownVenue(
          recorded.venue,
          persons.map(person => person.address),
        )
      : [],
    phones: community.contactPhone ? [community.contactPhone] : [],
  }
}

const isOffice = (role: string) => role === "administrator" || role === "secretary" || role === "gridWorker"
