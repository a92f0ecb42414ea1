import { resources } from '../../../shared/i18n'
import { companyProfile } from '../../foundation/company'
import type { Reader } from '../../kernel/db'
import { postJournal, type AccountLine, type ClosingMonth, type MonthEndVoucher } from '../../ledgers/accounting'
import { prepaidStore, type StoredSchedule } from './prepaid-store'
import { missingIn } from './straight-line'

export const AMORTISATION = 'prepaid.amortisation'

interface Due {
  readonly schedule: StoredSchedule
  readonly amountMinor: number
}

function dueIn(reader: Reader, { startsOn }: ClosingMonth): Due[] {
  return prepaidStore.begunBy(reader, startsOn).flatMap((schedule) => {
    const amountMinor = missingIn(schedule, startsOn, schedule)
    return amountMinor === 0 ? [] : [{ schedule, amountMinor }]
  })
}

/** Cost against the account where it lies, schedule by schedule; what is given back stands in red. */
const linesOf = (due: readonly Due[]): AccountLine[] =>
  due.flatMap(({ schedule, amountMinor }) => [
    {
      accountId: schedule.expenseAccountId,
      debitMinor: amountMinor,
      memo: schedule.name,
      ...(schedule.departmentId === null ? {} : { departmentId: schedule.departmentId }),
    },
    { accountId: schedule.accountId, creditMinor: amountMinor, memo: schedule.name },
  ])

/** 摊销待摊费用: what a month takes of everything that was paid for a longer time. */
const amortisation: MonthEndVoucher = {
  key: AMORTISATION,
  order: 500,
  plan: (reader, month) => linesOf(dueIn(reader, month)),
  post(tx, actor, month) {
    const due = dueIn(tx, month)
    for (const { schedule, amountMinor } of due) {
      const { periodId, startsOn } = month
      prepaidStore.insertPart(tx, { scheduleId: schedule.id, periodId, month: startsOn, amountMinor })
    }
    postJournal(tx, actor, {
      postedOn: month.endsOn,
      memo: resources[companyProfile(tx).locale].translation.closing.vouchers.prepaid.amortisation,
      source: { kind: AMORTISATION, id: month.periodId },
      lines: linesOf(due),
    })
  },
}

export const monthEndVouchers: readonly MonthEndVoucher[] = [amortisation]
