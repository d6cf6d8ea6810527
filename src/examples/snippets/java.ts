import type { Sending } from './sending.ts'

const text = (value: string): string => JSON.stringify(value)

/** A Java program without dependencies, for Java 11 and later. */
export const java = ({ row, request, url, messageUrl, fixed, fresh }: Sending): string => {
  const body = messageUrl
    ? `HttpRequest.BodyPublishers.ofString(message)`
    : 'HttpRequest.BodyPublishers.noBody()'
  return [
    'import java.net.URI;',
    'import java.net.http.*;',
    'import java.util.UUID;',
    '',
    `/** ${row.id} */`,
    'class Send {',
    '  public static void main(String[] args) throws Exception {',
    '    var http = HttpClient.newHttpClient();',
    ...(messageUrl
      ? [
          `    var message = http.send(HttpRequest.newBuilder(URI.create(${text(messageUrl)})).build(),`,
          '        HttpResponse.BodyHandlers.ofString()).body();',
        ]
      : []),
    `    var request = HttpRequest.newBuilder(URI.create(${text(escaped(url))}))`,
    ...fresh.map((name) => `        .header(${text(name)}, UUID.randomUUID().toString())`),
    ...fixed.map(([name, value]) => `        .header(${text(name)}, ${text(value)})`),
    `        .method(${text(request.method)}, ${body})`,
    '        .build();',
    '    var response = http.send(request, HttpResponse.BodyHandlers.ofString());',
    '    System.out.println(response.statusCode());',
    '    System.out.println(response.body());',
    '  }',
    '}',
  ].join('\n')
}

// java.net.URI refuses what other clients escape by themselves.
const escaped = (url: string): string => url.replaceAll('|', '%7C')
