import { describe, expect, it } from 'vitest'
import { Refusal } from '../errors'
import { guessMapping, readBankFile, readTableBy, signatureOf } from '.'
import { bankAmount, bankDate } from './amounts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const refusedAs = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'went through'
}

describe('amounts and days as banks write them', () => {
  it.each([
    ['1,234.50', 123_450],
    ['1.234,50', 123_450],
    ['1 234,50-', -123_450],
    ['1,234', 123_400],
    ['1,234,567', 123_456_700],
    ['12,5', 1250],
    ['(12.00)', -1200],
    ['+5', 500],
    ['-0.01', -1],
    ['¥3.00', 300],
    ['EUR 7.10', 710],
    ['1.005', undefined],
    ['n/a', undefined],
    ['', undefined],
  ])('%s', (text, expected) => expect(bankAmount(text, 2)).toBe(expected))

  it.each([
    ['2026-03-05', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['20260305120000', '2026-03-05'],
    ['2026/3/5 09:12:01', '2026-03-05'],
    ['05.03.2026', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['2026-13-05', undefined],
    ['total', undefined],
  ])('%s', (text, expected) => expect(bankDate(text)).toBe(expected))
})

const MT940 = `{1:F01BANKDEFFXXXX0000000000}{2:I940BANKDEFFXXXXN}{4:
:20:STARTUMS
:25:50010060/0001234567
:28C:00012/001
:60F:C260302EUR1000,00
:61:2603030303C250,50NTRFNONREF//B123
:86:166?00GUTSCHRIFT?20SI-2026-000007?21thanks?30DRESDEFF?31DE02100100100006820101?32ACME SHOP
 GMBH
:61:2603040304D12,NCHGNONREF
:86:Account fee
:62F:C260304EUR1238,50
-}`

const OFX = `OFXHEADER:100
DATA:OFXSGML

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>USD
<BANKACCTFROM><BANKID>1<ACCTID>998877<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20260301<DTEND>20260331
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260303120000<TRNAMT>250.50<FITID>F1<NAME>Acme &amp; Co<MEMO>SI-2026-000007</STMTTRN>
<STMTTRN><TRNTYPE>FEE<DTPOSTED>20260304<TRNAMT>-12.00<FITID>F2<NAME>Fee</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>1238.50<DTASOF>20260331</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

const camt = (doctype = ''): string => `<?xml version="1.0" encoding="UTF-8"?>${doctype}
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>1</Id>
<Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1238.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-04</Dt></Dt></Bal>
<Ntry><Amt Ccy="EUR">250.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-03</Dt></BookgDt><AcctSvcrRef>B123</AcctSvcrRef>
<NtryDtls><TxDtls><Refs><EndToEndId>E2E-1</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>Acme &amp; Co</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>DE02100100100006820101</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>SI-2026-000007</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="EUR">12.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-04</Dt></BookgDt><AddtlNtryInf>Fee</AddtlNtryInf></Ntry>
<Ntry><Amt Ccy="EUR">99.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts><BookgDt><Dt>2026-03-05</Dt></BookgDt></Ntry>
</Stmt></BkToCstmrStmt></Document>`

describe('the formats of banks', () => {
  it.each([
    ['mt940', MT940, '0001234567', 'ACME SHOP GMBH', 'EUR'],
    ['ofx', OFX, '998877', 'Acme & Co', 'USD'],
    ['camt053', camt(), 'DE89370400440532013000', 'Acme & Co', 'EUR'],
  ])('%s', (format, text, accountNumber, counterparty, currency) => {
    const [file, ...others] = readBankFile(bytes(text), `a.${format}`, 2) ?? []
    expect(others).toEqual([])
    expect(file).toMatchObject({ format, accountNumber, currency, openingMinor: 100_000, closingMinor: 123_850 })
    expect(file?.lines).toHaveLength(2)
    expect(file?.lines[0]).toMatchObject({ bookedOn: '2026-03-03', amountMinor: 25_050, counterparty })
    expect(file?.lines[0]?.text).toContain('SI-2026-000007')
    expect(file?.lines[1]).toMatchObject({ bookedOn: '2026-03-04', amountMinor: -1200 })
  })

  it('gives the year to an entry date around New Year', () => {
    const text = MT940.replace(':61:2603030303C', ':61:2601020101C').replace('C260302EUR', 'C251231EUR')
    const late = text.replace(':61:2601020101C', ':61:2601021231C')
    expect(readBankFile(bytes(late), 'a.sta', 2)?.[0]?.lines[0]?.bookedOn).toBe('2025-12-31')
  })

  it('refuses what is broken, and entities', () => {
    const read = (text: string) => refusedAs(() => readBankFile(bytes(text), 'a', 2))
    expect(read(MT940.replace('C250,50', 'X250,50'))).toBe('bankFiles.broken')
    expect(read(MT940.replace(/:62F:.*/, ''))).toBe('bankFiles.broken')
    expect(read(OFX.replace('250.50', 'much'))).toBe('bankFiles.broken')
    expect(read(camt('<!DOCTYPE d [<!ENTITY a "aaaa">]>'))).toBe('bankFiles.broken')
    expect(read(camt().replace('</Stmt>', ''))).toBe('bankFiles.broken')
    expect(read('<?xml version="1.0"?><other/>')).toBe('bankFiles.broken')
    expect(readBankFile(bytes('a,b\n1,2'), 'a.csv', 2)).toBeUndefined()
  })
})

const ICBC = [
  ['中国某银行 账户明细', '', '', '', '', '', '', ''],
  ['账号：6222', '', '', '', '', '', '', ''],
  ['交易日期', '借方发生额', '贷方发生额', '余额', '对方户名', '对方账号', '摘要', '交易流水号'],
  ['20260304', '12.00', '', '1,238.50', '', '', '手续费', 'B2'],
  ['20260303', '', '250.50', '1,250.50', '街角商店有限公司', '6225', 'SI-2026-000007', 'B1'],
  ['合计', '12.00', '', '', '', '', '', ''],
]

describe("a bank's own table", () => {
  it('is understood from its titles, newest first or oldest first', () => {
    const mapping = guessMapping(ICBC, 2)
    expect(mapping).toMatchObject({
      headerRow: 2,
      date: 0,
      moneyOut: 1,
      moneyIn: 2,
      balance: 3,
      counterparty: 4,
      counterpartyNumber: 5,
      text: 6,
      bankReference: 7,
    })
    const file = readTableBy(ICBC, mapping, 'icbc.xlsx', 2)
    expect(file).toMatchObject({
      openingMinor: 100_000,
      closingMinor: 123_850,
      fromOn: '2026-03-03',
      toOn: '2026-03-04',
    })
    expect(file.lines.map(({ amountMinor }) => amountMinor)).toEqual([25_050, -1200])
    expect(signatureOf(ICBC, 2)).toContain('对方户名')
  })

  it('with one amount and a column that says its side', () => {
    const rows = [
      ['Date', 'Amount', 'Debit/Credit', 'Payee', 'Reference'],
      ['05/03/2026', '12.00', 'DR', 'Bank', 'fee'],
      ['06/03/2026', '7.00', 'CR', 'Shop', 'x'],
    ]
    const file = readTableBy(rows, guessMapping(rows, 2), 'a.csv', 2)
    expect(file.lines.map(({ amountMinor }) => amountMinor)).toEqual([-1200, 700])
    expect(file.openingMinor).toBeNull()
  })

  it('without titles it knows is still read by what stands in it', () => {
    const rows = [
      ['a', 'b', 'c'],
      ['x', '2026-03-05', '-12.00'],
      ['y', '2026-03-06', '7.00'],
    ]
    expect(guessMapping(rows, 2)).toMatchObject({ date: 1, amount: 2 })
  })

  it('is refused where a line is missing or cannot be read', () => {
    const mapping = guessMapping(ICBC, 2)
    const read = (rows: string[][]) => refusedAs(() => readTableBy(rows, mapping, 'icbc.csv', 2))
    expect(read(ICBC.map((row, at) => (at === 3 ? row.with(1, '13.00') : row)))).toBe('bankFiles.broken')
    expect(read(ICBC.map((row, at) => (at === 3 ? row.with(0, 'yesterday') : row)))).toBe('bankFiles.broken')
    expect(read(ICBC.slice(0, 3))).toBe('bankFiles.broken')
  })
})
