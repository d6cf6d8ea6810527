import { tellsTheTruth } from './truth.ts'

tellsTheTruth('python', { program: 'python3', version: 3 })
