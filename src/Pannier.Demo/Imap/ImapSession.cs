using System.Text;

using Pannier.Demo.Net;
using Pannier.Demo.Store;

namespace Pannier.Demo.Imap;

/// <summary>
/// One IMAP connection. The loop reads a command, lets the command's own class work, appends the news of the
/// selected mailbox, and sends it all with the tagged answer at the end.
/// </summary>
internal sealed class ImapSession(Wire wire, DemoContext context) : IAsyncDisposable
{
    private const int LargestBeforeSignIn = 8 * 1024;
    private const int FlushAbove = 128 * 1024;

    private readonly ImapCommandReader reader = new(wire);
    private int commands;

    public Wire Wire { get; } = wire;

    public DemoContext Context { get; } = context;

    public ImapCapabilities Capabilities { get; } = new(context.Faults.Withheld);

    public ImapWriter Output { get; } = new();

    public AccountBox? Account { get; private set; }

    public MailboxView? View { get; private set; }

    public string Tag { get; private set; } = "*";

    public bool KnowsModSeq { get; private set; }

    /// <summary>QRESYNC is enabled: what is gone is named by UID (RFC 7162 §3.2.10).</summary>
    public bool NamesVanished { get; set; }

    /// <summary>The command at work; after UID the one that follows it.</summary>
    public string Command { get; set; } = "";

    public bool Leaving { get; set; }

    public bool TakesPasswords => Wire.IsEncrypted || Context.Options.AllowClearText;

    public ImapPhase Phase => Leaving ? ImapPhase.Leaving : View is not null ? ImapPhase.Selected : Account is not null ? ImapPhase.SignedIn : ImapPhase.Greeted;

    public async Task RunAsync(CancellationToken cancellation)
    {
        Output.Line($"* OK [CAPABILITY {Capabilities.List(this)}] Pannier demo provider ready");
        await FlushAsync(cancellation);
        while (!Leaving && await AnswerAsync(cancellation))
        {
        }
    }

    public void SignIn(AccountBox account) => Account = account;

    public void LearnModSeq() => KnowsModSeq |= Capabilities.Has("CONDSTORE");

    public void Select(MailboxView view)
    {
        Leave();
        View = view;
    }

    public void Leave()
    {
        if (View is { } view && Account is { } account)
            lock (account.Gate)
                view.Mailbox.Leave(view);
        View = null;
    }

    /// <summary>The selected mailbox, for commands that need it.</summary>
    public MailboxView Selected => View ?? throw new InvalidOperationException("The command's phase was not checked.");

    /// <summary>The signed-in account, for commands that need it.</summary>
    public AccountBox Owner => Account ?? throw new InvalidOperationException("The command's phase was not checked.");

    /// <summary>Asks for more of a command ("+ text") and reads it; null when the peer closed.</summary>
    public async Task<ReadOnlyMemory<byte>?> ContinueAsync(string text, CancellationToken cancellation)
    {
        Output.Line($"+ {text}");
        await FlushAsync(cancellation);
        return await ReadMoreAsync(cancellation);
    }

    public Task<ReadOnlyMemory<byte>?> ReadMoreAsync(CancellationToken cancellation) => reader.ReadAsync(LargestBeforeSignIn, cancellation);

    public async Task FlushAsync(CancellationToken cancellation)
    {
        if (Output.Length == 0)
            return;
        await Wire.WriteAsync(Output.Written, cancellation);
        Output.Clear();
    }

    public Task FlushIfLargeAsync(CancellationToken cancellation) =>
        Output.Length > FlushAbove ? FlushAsync(cancellation) : Task.CompletedTask;

    /// <summary>Writes what happened in the selected mailbox since the last time.</summary>
    public void WriteNews(ExpungeNews wanted)
    {
        if (Leaving || View is not { } view)
            return;
        if (view.Gone)
        {
            Output.Line("* BYE The mailbox was renumbered; select it again");
            Leaving = true;
            return;
        }

        var news = view.Take(wanted);
        if (NamesVanished && news.Gone.Count > 0)
            Output.Line($"* VANISHED {NumberSet.Write([.. news.Gone.Select(gone => gone.Message.Uid).Order()])}");
        foreach (var gone in NamesVanished ? [] : news.Gone)
            Output.Raw("* ").Number(gone.Number).Line(" EXPUNGE");
        if (news.Exists)
            Output.Raw("* ").Number(view.Messages.Count).Raw(" EXISTS\r\n* ").Number(view.RecentCount).Line(" RECENT");
        foreach (var message in news.Flags)
            if (view.NumberOf(message) is var number and > 0)
                FetchWriter.WriteFlags(this, number, message);
    }

    public ValueTask DisposeAsync()
    {
        if (Account is { } account)
        {
            Leave();
            lock (account.Gate)
                account.Connections--;
        }

        return ValueTask.CompletedTask;
    }

    private async Task<bool> AnswerAsync(CancellationToken cancellation)
    {
        (Tag, Command) = ("*", "");
        var name = "";
        ImapAnswer answer;
        try
        {
            if (await reader.ReadAsync(Account is null ? LargestBeforeSignIn : ImapCommandReader.LargestLiteral + (1024 * 1024), cancellation) is not { } line)
                return false;
            if (Context.Faults.DropsImapAt(++commands))
                return Drop();
            var arguments = new ImapArguments(line);
            (Tag, name) = ImapCommands.ReadName(arguments);
            Command = name;
            if (Context.Faults.TellsNewsFirst && !ImapCommands.HoldsExpungesBack(name))
                WriteNews(ExpungeNews.Reported);
            answer = await ImapCommands.RunAsync(this, name, arguments, cancellation);
        }
        catch (ImapSyntaxException refused)
        {
            answer = ImapAnswer.Bad(refused.Message);
        }
        catch (LiteralTooLargeException refused)
        {
            Tag = refused.Tag;
            answer = ImapAnswer.No("[TOOBIG] The literal is too large");
        }
        catch (LineTooLongException)
        {
            answer = ImapAnswer.Bad("The line is too long");
        }

        WriteNews(ImapCommands.HoldsExpungesBack(name) ? ExpungeNews.HeldBack : ExpungeNews.Reported);
        if (answer != ImapAnswer.Silent)
            Output.Raw($"{Tag} {answer.Status} ").Raw(Encoding.UTF8.GetBytes(OneLine.Of(answer.Text))).Line("");
        if (Context.Faults.Delay is var delay && delay > TimeSpan.Zero)
            await Task.Delay(delay, Context.Clock, cancellation);
        if (Context.Faults.TakeHalvedAnswer(Command))
        {
            await Wire.WriteAsync(Output.Written[..(Output.Length / 2)], cancellation);
            return Drop();
        }

        await FlushAsync(cancellation);
        return true;
    }

    private bool Drop()
    {
        Wire.Drop();
        return false;
    }
}
