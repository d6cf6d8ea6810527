import { Hono } from 'hono/quick'
import { searchDirectory } from '../bars/directory.ts'
import { methodNotAllowed } from './problem.ts'

/** `GET /_sandbox/services`: the UserTest Directory of Services, by name, postcode and pathway. */
export const serviceRoutes = (): Hono =>
  new Hono()
    .get('/', ({ req, json }) =>
      json({
        services: searchDirectory({
          name: req.query('name') ?? '',
          postcode: req.query('postcode') ?? '',
          pathway: req.query('pathway') ?? '',
        }),
      }),
    )
    .all('/', methodNotAllowed('GET, HEAD'))
