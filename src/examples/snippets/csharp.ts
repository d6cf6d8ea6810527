import type { Sending } from './sending.ts'

const text = (value: string): string => JSON.stringify(value)

/** A C# program of top-level statements, for .NET 6 and later. */
export const csharp = ({ request, url, messageUrl, fixed, fresh }: Sending): string => {
  const content = fixed.find(([name]) => name === 'Content-Type')
  return [
    ...(messageUrl ? ['using System.Net.Http.Headers;', ''] : []),
    'using var http = new HttpClient();',
    ...(messageUrl ? [`var message = await http.GetStringAsync(${text(messageUrl)});`] : []),
    '',
    `using var request = new HttpRequestMessage(HttpMethod.${request.method === 'GET' ? 'Get' : 'Post'}, ${text(url)});`,
    ...fresh.map((name) => `request.Headers.Add(${text(name)}, Guid.NewGuid().ToString());`),
    ...fixed
      .filter((each) => each !== content)
      .map(
        ([name, value]) =>
          `request.Headers.TryAddWithoutValidation(${text(name)}, ${text(value)});`,
      ),
    ...(content
      ? [
          'request.Content = new StringContent(message);',
          `request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(${text(content[1])});`,
        ]
      : []),
    '',
    'using var response = await http.SendAsync(request);',
    'Console.WriteLine((int)response.StatusCode);',
    'Console.WriteLine(await response.Content.ReadAsStringAsync());',
  ].join('\n')
}
