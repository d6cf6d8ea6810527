import { validateXML } from 'xmllint-wasm'

/** What of a JUnit report those who read such reports would refuse, by `test/fixtures/junit.xsd`. */
export async function junitFaults(xml: string, schema: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: xml }],
    schema: [schema],
  })
  return errors.map(({ message }) => message)
}
