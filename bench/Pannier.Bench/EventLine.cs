using System.Text.Json;

namespace Pannier.Bench;

/// <summary>A browser's stream of events, read line by line.</summary>
internal sealed class EventLine(HttpResponseMessage answer, StreamReader reader) : IAsyncDisposable
{
    public static async Task<EventLine> OpenAsync(HttpClient http)
    {
        var answer = await http.GetAsync(new Uri("/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        return new EventLine(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
    }

    /// <summary>Waits until one message has arrived.</summary>
    /// <returns>Its key.</returns>
    public async Task<string> ArrivedAsync()
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("data: {\"", StringComparison.Ordinal)) continue;
            using var news = JsonDocument.Parse(line["data: ".Length..]);
            if (news.RootElement.GetProperty("arrived") is { } arrived && arrived.GetArrayLength() > 0) return arrived[0].GetString() ?? "";
        }

        throw new InvalidOperationException("the stream of events ended");
    }

    /// <summary>Reads on until the stream ends.</summary>
    public async Task DrainAsync()
    {
        while (await reader.ReadLineAsync() is not null)
        {
            // What it says matters to others.
        }
    }

    public async ValueTask DisposeAsync()
    {
        reader.Dispose();
        answer.Dispose();
        await Task.CompletedTask;
    }
}
