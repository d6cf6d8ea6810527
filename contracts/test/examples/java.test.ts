import { sendsAsShown } from './senders.ts'

sendsAsShown('java', { program: 'javac', version: 17 })
