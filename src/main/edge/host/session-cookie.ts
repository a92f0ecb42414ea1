import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TokenPlace } from '../wire'

const NAME = 'kontor_session'

/** The session token in a cookie that page scripts can't read and other sites can't send. */
export function tokenInCookie(request: IncomingMessage, response: ServerResponse): TokenPlace {
  let token = readCookie(request)
  return {
    read: () => token,
    keep(fresh) {
      token = fresh
      response.setHeader('Set-Cookie', `${NAME}=${fresh}; HttpOnly; SameSite=Strict; Path=/`)
    },
    forget() {
      token = undefined
      response.setHeader('Set-Cookie', `${NAME}=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0`)
    },
  }
}

function readCookie(request: IncomingMessage): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=')
    if (name === NAME && value !== undefined && value !== '') return value
  }
  return undefined
}
