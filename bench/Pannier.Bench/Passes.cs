using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Pannier.Core.Accounts;
using Pannier.Core.Http;
using Pannier.Core.Sessions;
using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;

namespace Pannier.Bench;

/// <summary>How long the passes of reading in took, in milliseconds since the accounts were opened; 0 for one that was not over when the wait was.</summary>
/// <param name="FirstPage">The newest page of every inbox is held.</param>
/// <param name="Headers">All headers are.</param>
/// <param name="Previews">So are the previews read without being asked for.</param>
/// <param name="Structures">So are all attachment marks.</param>
internal sealed record Passes(double FirstPage, double Headers, double Previews, double Structures)
{
    private const int Previewed = 300;

    /// <summary>Opens a person's accounts and looks on from inside the product: nothing is asked of it meanwhile.</summary>
    public static async Task<Passes> WatchAsync(IServiceProvider services, string cookie, TimeSpan atMost)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Visit>().Session = await services.GetRequiredService<LiveSessions>().OpenAsync(cookie, CancellationToken.None);
        var mirror = scope.ServiceProvider.GetRequiredService<MailOfVisit>().Get().Mirror;
        using var limit = new CancellationTokenSource(atMost);
        var since = Stopwatch.GetTimestamp();
        var opening = scope.ServiceProvider.GetRequiredService<IMyMail>().ListAsync(Query.Of(new Scope.Combined(CombinedView.Inbox)), PagePlace.First, 50, CancellationToken.None);
        var took = new double[4];
        try
        {
            for (var pass = 0; pass < took.Length; pass++)
            {
                for (var version = mirror.Current; !IsOver(pass, version);) version = await mirror.NextAsync(version.Number, limit.Token);
                took[pass] = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // What is not over is 0.
        }

        await opening;
        return new Passes(took[0], took[1], took[2], took[3]);
    }

    /// <summary>Whether nothing is left to read of an account.</summary>
    public static bool AreOver(AccountImage account) => IsOver(2, account) && IsOver(3, account);

    public static Passes Read(string text) => text.Split(' ') is [var first, var headers, var previews, var structures] ? new Passes(Number(first), Number(headers), Number(previews), Number(structures)) : throw new FormatException(text);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{FirstPage:0.0} {Headers:0.0} {Previews:0.0} {Structures:0.0}");

    private static bool IsOver(int pass, MirrorVersion version) => version.Accounts.Count > 0 && version.Accounts.Values.All(account => IsOver(pass, account));

    private static bool IsOver(int pass, AccountImage account) => account.Mailboxes.Count > 0 && account.Mailboxes.Where(mailbox => mailbox.Selectable).All(mailbox => IsOver(pass, mailbox, account.Told.GetValueOrDefault(mailbox.Id)));

    /// <remarks>Both later passes go from the newest message to the oldest.</remarks>
    private static bool IsOver(int pass, Mailbox mailbox, MailboxImage? image) => image is { Point.HeldFrom: not null }
        ? pass switch
        {
            0 => true,
            1 => image.Point.Complete,
            2 => image.Count == 0 || image.HasPreview(image.Newest(Math.Min(Previewed, image.Count) - 1)),
            _ => image.Count == 0 || image.AttachmentAt(image.Newest(image.Count - 1)) != AttachmentMark.Unknown,
        }
        : pass == 0 && mailbox.Role != MailboxRole.Inbox;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
