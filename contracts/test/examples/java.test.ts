import { tellsTheTruth } from './truth.ts'

tellsTheTruth('java', { program: 'javac', version: 17 })
