import { hash } from 'node:crypto'
import type { z } from 'zod'
import { assert } from '../assert'
import { Refusal, refuse, refuseUnlessAllowed } from '../../../shared/errors'
import type { ProcedureMeta, Right } from '../../../shared/contracts/procedure'
import type { Clock } from '../clock'
import { isOutsideScope, type CompanyFile, type Fact, type ScopeRule } from '../db'
import { log } from '../log'
import { auditDetail } from './audit-detail'
import { kernelStore } from './kernel-store'
import { costMask } from './masking'
import type { Actor, AnyHandler, ApprovalPort, AuditPort, ContractTree, HandlerTree } from './types'
import { unexpected } from './unexpected'

interface Procedure {
  readonly name: string
  readonly meta: ProcedureMeta
  readonly input: z.ZodType
  readonly output: z.ZodType
  readonly handler: AnyHandler
  readonly mask: ((value: unknown) => unknown) | undefined
}

export interface DispatcherOptions {
  readonly file: CompanyFile
  readonly clock: Clock
  readonly contracts: ContractTree
  readonly handlers: HandlerTree
  readonly audit: AuditPort
  /** Who may stand behind a command of somebody with fewer rights. */
  readonly approve?: ApprovalPort
  /** What a person who is bound to some places (`Actor.warehouseIds`) sees and writes. */
  readonly scope?: ScopeRule
  /** Parse answers by their contract as well: tests do, so that no answer drifts from what is promised. */
  readonly checkAnswers?: boolean
}

/** How long a repeated command is answered from memory, and facts are kept for those who were away. */
const MEMORY_DAYS = 7

export type FactListener = (facts: readonly Fact[]) => void

/**
 * The one door to the business. It checks right and input, opens the only transaction, answers repeated commands from
 * memory, keeps the audit trail and the outbox, and blanks what the person may not see.
 */
export class Dispatcher {
  readonly #procedures = new Map<string, Procedure>()
  readonly #listeners = new Set<FactListener>()
  #grouped: Fact[] | undefined
  /** Commands that run inside another one are told of when that is on disk. */
  #depth = 0
  #inner: Fact[] = []

  constructor(private readonly options: DispatcherOptions) {
    for (const [room, contracts] of Object.entries(options.contracts)) {
      for (const [verb, contract] of Object.entries(contracts)) {
        const definition = contract['~orpc']
        const handler = options.handlers[room]?.[verb]
        if (handler === undefined) throw new Error(`no handler for ${room}.${verb}`)
        this.#procedures.set(`${room}.${verb}`, {
          name: `${room}.${verb}`,
          meta: definition.meta as ProcedureMeta,
          input: definition.inputSchema as z.ZodType,
          output: definition.outputSchema as z.ZodType,
          handler,
          mask: costMask(definition.outputSchema as z.ZodType),
        })
      }
    }
  }

  /** Called after each commit with what it announced. Returns the way to stop listening. */
  subscribe(listener: FactListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  isCommand(name: string): boolean {
    return this.#procedures.get(name)?.meta.kind === 'command'
  }

  isHeavy(name: string): boolean {
    const meta = this.#procedures.get(name)?.meta
    return meta?.kind === 'query' && meta.heavy
  }

  /**
   * Runs a procedure for an actor. Throws Refusal for an expected no; any other throw is a bug, is logged, and leaves
   * as the refusal `app.unexpected` with the reference to its log line.
   */
  call(actor: Actor, name: string, rawInput: unknown): unknown {
    const procedure = this.#procedures.get(name)
    if (procedure === undefined) refuse('app.unknownProcedure', { procedure: name })
    try {
      const { kind, right } = procedure.meta
      if (!actor.rights.has(right)) {
        // Nobody, or somebody whose session has ended: the mend is to sign in, not to ask for a right.
        if (actor.isLocked === true) refuse('access.locked')
        if (isNobody(actor)) refuse('access.signInFirst')
        if (kind === 'query' || !isBackable(procedure)) refuse('access.rightMissing', { right })
        if (!hasApproval(rawInput)) refuseUnlessAllowed(`right:${right}`, 'access.rightMissing', { right })
      }
      const input = parse(procedure.input, rawInput)
      const answer =
        procedure.meta.kind === 'command' ? this.command(procedure, actor, input) : this.query(procedure, actor, input)
      if (!actor.rights.has('cost.see')) {
        // Parsing drops whatever the contract does not name, so nothing unmarked slips past the mask.
        const named = procedure.output.parse(answer)
        return procedure.mask === undefined ? named : procedure.mask(named)
      }
      if (this.options.checkAnswers) procedure.output.parse(answer)
      return answer
    } catch (error) {
      throw this.refusalFor(procedure, actor, rawInput, error)
    }
  }

  /**
   * Runs many commands in one durable transaction: each is still all or nothing (a savepoint), the disk is asked once.
   * For long work of this process alone (demonstration, replay, import), where no person waits for each answer.
   */
  group<T>(work: () => T): T {
    if (this.#grouped !== undefined) return work()
    this.#grouped = []
    try {
      const { result } = this.options.file.tx.within(this.options.clock(), work)
      this.deliver(this.#grouped)
      return result
    } finally {
      this.#grouped = undefined
    }
  }

  /** Forgets answers and facts that nobody asks for any more. Once a day is enough. */
  forgetOld(): void {
    const { file, clock } = this.options
    const now = clock()
    const before = new Date(now.getTime() - MEMORY_DAYS * 86_400_000).toISOString()
    file.tx.within(now, () => kernelStore.forgetBefore(file.tx, before))
  }

  private query(procedure: Procedure, actor: Actor, input: unknown): unknown {
    const { file, scope } = this.options
    const isBound = scope !== undefined && actor.warehouseIds !== null
    const reader = isBound ? file.readerOf(scope, actor.warehouseIds) : file.reader
    const answer = procedure.handler(reader as never, actor, input as never)
    this.keepLeaving(procedure, actor, input)
    return answer
  }

  /** For a query that was answered on a connection that only reads: what it gave away is kept here. */
  recordAnswered(actor: Actor, name: string, input: unknown): void {
    const procedure = this.#procedures.get(name)
    if (procedure !== undefined) this.keepLeaving(procedure, actor, input)
  }

  /** Papers and exports: that they were taken stands in the trail, or they are not given. */
  private keepLeaving(procedure: Procedure, actor: Actor, input: unknown): void {
    const { file, clock, audit } = this.options
    if (procedure.meta.kind === 'command' || !procedure.meta.leaves || file.mode === 'read') return
    const line = { outcome: 'done', refusalCode: null, facts: [], detail: auditDetail(input) } as const
    file.tx.within(clock(), () => audit(file.tx, { actor, procedure: procedure.name, ...line }))
  }

  private command(procedure: Procedure, actor: Actor, input: unknown): unknown {
    const { file } = this.options
    const { idempotencyKey, approval, ...rest } = input as {
      idempotencyKey: string
      approval?: { login: string; pin: string }
    }
    const detail = auditDetail(rest)
    const inputHash = hash('sha256', detail).slice(0, 32)
    const earlier = this.earlierAnswer(procedure, actor, idempotencyKey, inputHash)
    if (earlier !== undefined) return earlier
    let refusal: Refusal | undefined
    const doer = approval === undefined ? actor : this.backed(procedure, actor, approval)
    const { result, facts } = this.writing(doer, () => {
      const { tx } = file
      let answer: unknown
      try {
        answer = procedure.handler(tx as never, doer, input as never)
      } catch (error) {
        if (!(error instanceof Refusal && error.keepWrites)) throw error
        refusal = error
        return undefined
      }
      const announced = tx.announced
      for (const fact of announced) kernelStore.keepFact(tx, fact)
      kernelStore.keepAnswer(tx, {
        key: idempotencyKey,
        procedure: procedure.name,
        userId: actor.userId,
        inputHash,
        answer: auditDetail(answer ?? null),
      })
      this.options.audit(tx, {
        actor: doer,
        procedure: procedure.name,
        outcome: 'done',
        refusalCode: null,
        detail,
        facts: [...announced, ...allowedBy(doer)].map((fact) => JSON.stringify(fact)),
      })
      return answer
    })
    if (refusal !== undefined) throw refusal
    this.tell(facts)
    return result
  }

  private tell(facts: readonly Fact[]): void {
    if (this.#depth > 0) this.#inner.push(...facts)
    else if (this.#grouped !== undefined) this.#grouped.push(...facts)
    else this.deliver(facts)
  }

  /**
   * Runs a command inside the one that runs now, as another person: it is done with that one, or not at all. For a
   * request that somebody grants.
   */
  callInside(actor: Actor, name: string, input: unknown): unknown {
    this.#depth += 1
    try {
      return this.call(actor, name, input)
    } finally {
      this.#depth -= 1
    }
  }

  /**
   * Gives one of many commands that make up the one that runs now (an import): done whole or not at all, with no line of
   * its own in the trail.
   */
  giveInside(actor: Actor, name: string, rawInput: unknown): { readonly answer: unknown } | Refusal {
    const procedure = this.#procedures.get(name)
    if (procedure?.meta.kind !== 'command') refuse('app.unknownProcedure', { procedure: name })
    const { right } = procedure.meta
    if (!actor.rights.has(right)) refuseUnlessAllowed(`right:${right}`, 'access.rightMissing', { right })
    try {
      const input = parse(procedure.input, { ...(rawInput as object), idempotencyKey: 'given-inside' })
      const { tx } = this.options.file
      const { facts, result } = this.writing(actor, () => procedure.handler(tx as never, actor, input as never))
      // Screens ask anew by the kind of fact; a hundred thousand of one kind say no more than one.
      for (const fact of facts) if (!tx.announced.some(({ kind }) => kind === fact.kind)) tx.announce(fact)
      return { answer: result }
    } catch (error) {
      if (error instanceof Refusal) return error
      throw error
    }
  }

  /** Does work inside the command that runs now and takes all of it back; answers what it found. */
  tryOut<T>(work: () => T): T {
    const undo = new Error('tried out')
    let found: { readonly answer: T } | undefined
    try {
      this.options.file.tx.within(this.options.clock(), () => {
        found = { answer: work() }
        throw undo
      })
    } catch (error) {
      if (error !== undo) throw error
    }
    assert(found !== undefined, 'work that was tried out has its answer')
    return found.answer
  }

  /** What a command asks of whoever gives it. */
  rightOf(name: string): Right | undefined {
    return this.#procedures.get(name)?.meta.right
  }

  /** What a command would be refused with; nothing of it stays. Only inside a command. */
  refusalOf(actor: Actor, name: string, rawInput: unknown): Refusal | undefined {
    const procedure = this.#procedures.get(name)
    if (procedure?.meta.kind !== 'command' || !isBackable(procedure))
      refuse('app.unknownProcedure', { procedure: name })
    const { right } = procedure.meta
    const input = parse(procedure.input, rawInput)
    const undo = new Error('tried out')
    try {
      if (!actor.rights.has(right)) refuseUnlessAllowed(`right:${right}`, 'access.rightMissing', { right })
      this.writing(actor, () => {
        procedure.handler(this.options.file.tx as never, actor, input as never)
        throw undo
      })
    } catch (error) {
      if (error instanceof Refusal) return error
      if (error !== undo) throw error
    }
    return undefined
  }

  /** The actor with somebody behind him. Before anything is written: a wrong PIN leaves the attempt alone. */
  private backed(procedure: Procedure, actor: Actor, approval: { login: string; pin: string }): Actor {
    const { file, clock, approve } = this.options
    if (approve === undefined || !isBackable(procedure))
      return refuse('access.rightMissing', { right: procedure.meta.right })
    let refusal: Refusal | undefined
    const { result } = file.tx.within(clock(), () => {
      try {
        return approve(file.tx, actor, approval, procedure.meta.right)
      } catch (error) {
        if (!(error instanceof Refusal && error.keepWrites)) throw error
        refusal = error
        return undefined
      }
    })
    if (refusal !== undefined || result === undefined) throw refusal ?? new Refusal('access.signInFailed')
    return result
  }

  private writing<T>(actor: Actor, work: () => T): { result: T; facts: readonly Fact[] } {
    const { file, clock, scope } = this.options
    const run = (): { result: T; facts: readonly Fact[] } => file.tx.within(clock(), work)
    if (scope === undefined || actor.warehouseIds === null) return run()
    try {
      return file.writingIn(scope, actor.warehouseIds, run)
    } catch (error) {
      if (isOutsideScope(error)) refuseUnlessAllowed('places', 'access.warehouseOutOfScope')
      throw error
    }
  }

  private earlierAnswer(procedure: Procedure, actor: Actor, key: string, inputHash: string): unknown {
    const earlier = kernelStore.findAnswer(this.options.file.reader, key)
    if (earlier === undefined) return undefined
    if (earlier.procedure !== procedure.name || earlier.user_id !== actor.userId || earlier.input_hash !== inputHash) {
      refuse('app.idempotencyKeyReused', {})
    }
    return JSON.parse(earlier.answer) as unknown
  }

  private refusalFor(procedure: Procedure, actor: Actor, rawInput: unknown, error: unknown): Refusal {
    const refusal = error instanceof Refusal ? error : unexpected(procedure.name, error)
    if (
      this.options.file.mode === 'write' &&
      (procedure.meta.kind === 'command' || refusal.code === 'access.rightMissing')
    ) {
      this.auditRefusal(procedure, actor, rawInput, refusal)
    }
    return refusal
  }

  private auditRefusal(procedure: Procedure, actor: Actor, rawInput: unknown, refusal: Refusal): void {
    const { file, clock, audit } = this.options
    try {
      file.tx.within(clock(), () => {
        audit(file.tx, {
          actor,
          procedure: procedure.name,
          outcome: refusal.code === 'app.unexpected' ? 'failed' : 'refused',
          refusalCode: refusal.code,
          detail: auditDetail(rawInput),
          facts: [],
        })
      })
    } catch (error) {
      // A full disk must not turn a clear refusal into a crash.
      log.error({ err: error, procedure: procedure.name }, 'the refusal could not be written to the audit trail')
    }
  }

  private deliver(own: readonly Fact[]): void {
    const facts = [...this.#inner, ...own]
    this.#inner = []
    if (facts.length === 0) return
    for (const listener of this.#listeners) listener(facts)
  }
}

function parse(schema: z.ZodType, rawInput: unknown): unknown {
  const parsed = schema.safeParse(rawInput ?? {})
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = issue?.path.join('.') ?? ''
  return refuse('app.inputNotUnderstood', { field, problem: issue?.code ?? '' }, field)
}

/** Who signs in, and who may what, is nobody else's word to give. */
const isBackable = (procedure: Procedure): boolean =>
  procedure.meta.right !== 'public' && !procedure.name.startsWith('access.')

/** The trail says who stood behind it. */
const allowedBy = ({ backedBy }: Actor): Fact[] =>
  backedBy === undefined ? [] : [{ kind: 'access.allowed', id: backedBy.userId, name: backedBy.name }]

const hasApproval = (rawInput: unknown): boolean =>
  typeof rawInput === 'object' && rawInput !== null && 'approval' in rawInput && rawInput.approval !== undefined

const isNobody = (actor: Actor): boolean =>
  actor.sessionId === null && actor.userId === 0 && !actor.rights.has('signedIn')
