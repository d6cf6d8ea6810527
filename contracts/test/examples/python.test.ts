import { sendsAsShown } from './senders.ts'

sendsAsShown('python', { program: 'python3', version: 3 })
