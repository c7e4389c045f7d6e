using System.Globalization;
using System.Text;
using Pannier.Core;
using Pannier.Core.Audit;
using Pannier.Core.Http;
using Pannier.Core.Modules;
using Pannier.Core.Text;

namespace Pannier.Modules.Sessions;

/// <summary>The whole security log as CSV (RFC 4180), newest first, times in UTC.</summary>
internal sealed class ExportLog(MyLog log, WordsOfVisit words) : IHandler<Nothing, Content>
{
    private const int AtOnce = 200;

    public async Task<Outcome<Content>> HandleAsync(Nothing input, CancellationToken cancellation)
    {
        await log.NoteAsync(SecurityEventKind.Exported);
        return new Content("text/csv; charset=utf-8", "security-log.csv", null, WriteAsync);
    }

    private async Task WriteAsync(Stream to, CancellationToken cancellation)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\r\n" };
        await text.WriteLineAsync("time,event,about,browser,system,network");
        string? after = null;
        while (await log.ReadAsync(after, AtOnce, cancellation) is { Count: > 0 } events)
        {
            foreach (var one in events)
            {
                string[] cells = [one.At.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), words.Get().Say(Lines.Of(one).What), one.About, one.From.Browser, one.From.System, one.From.Network];
                await text.WriteLineAsync(string.Join(',', cells.Select(Cell)));
            }

            after = events[^1].Id;
        }
    }

    /// <summary>Quoted; what a spreadsheet would take for a formula is kept from being one by an apostrophe.</summary>
    private static string Cell(string value) => $"\"{(value.Length > 0 && "=+-@\t\r".Contains(value[0], StringComparison.Ordinal) ? "'" : "")}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
