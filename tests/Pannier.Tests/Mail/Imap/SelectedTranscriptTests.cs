using Pannier.Mail;
using Pannier.Tests.Support;

namespace Pannier.Tests.Mail.Imap;

/// <summary>What a connection knows of the mailbox it has selected, where MailKit knows it otherwise.</summary>
public sealed class SelectedTranscriptTests
{
    private const string Flags = """
        C: UID FETCH 1 (UID FLAGS)
        S: * 1 FETCH (UID 1 FLAGS (\Seen))
        S: $ OK

        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_goes_while_its_mailbox_is_counted_is_taken_off_once()
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + ImapScript.Select + Flags + """
            C: NOOP
            S: $ OK
            C: STATUS INBOX *
            S: * STATUS INBOX (MESSAGES 1 UIDNEXT 3 UIDVALIDITY 7 UNSEEN 0)
            S: * 2 EXPUNGE
            S: $ OK
            C: STATUS INBOX *
            S: * STATUS INBOX (MESSAGES 1 UIDNEXT 3 UIDVALIDITY 7 UNSEEN 0)
            S: $ OK
            """);
        await using var store = server.Store();
        await store.Use(c => c.KeywordsAsync(ImapScript.Inbox, [new Uid(1)], Cancellation));

        var state = await store.Use(c => c.SelectAsync(ImapScript.InboxName, Cancellation));

        Assert.Equal(1, state.Exists);
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task A_mailbox_that_took_the_name_of_the_selected_one_is_selected_itself()
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + ImapScript.Select + Flags + """
            C: NOOP
            S: $ OK
            C: STATUS INBOX *
            S: * STATUS INBOX (MESSAGES 1 UIDNEXT 2 UIDVALIDITY 8 UNSEEN 0)
            S: $ OK

            """ + ImapScript.Select.Replace("UIDVALIDITY 7", "UIDVALIDITY 8", StringComparison.Ordinal) + Flags);
        await using var store = server.Store();
        await store.Use(c => c.KeywordsAsync(ImapScript.Inbox, [new Uid(1)], Cancellation));
        var state = await store.Use(c => c.SelectAsync(ImapScript.InboxName, Cancellation));

        var keywords = await store.Use(c => c.KeywordsAsync(new MailboxRef(ImapScript.InboxName, state.UidValidity), [new Uid(1)], Cancellation));

        Assert.Single(keywords);
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task After_a_refused_select_the_mailbox_before_is_selected_again()
    {
        await using var server = new ScriptedServer(ImapScript.SignIn + ImapScript.Select + Flags + """
            C: LIST "" Archive
            S: * LIST () "/" Archive
            S: $ OK
            C: SELECT Archive
            S: $ NO [NONEXISTENT] gone just now

            """ + ImapScript.Select + Flags);
        await using var store = server.Store();
        await store.Use(c => c.KeywordsAsync(ImapScript.Inbox, [new Uid(1)], Cancellation));
        var fault = await store.FaultAsync(c => c.KeywordsAsync(new MailboxRef(new MailboxName("Archive", '/'), 9), [new Uid(1)], Cancellation));

        var keywords = await store.Use(c => c.KeywordsAsync(ImapScript.Inbox, [new Uid(1)], Cancellation));

        Assert.Equal(MailFaultKind.NotFound, fault.Kind);
        Assert.Single(keywords);
        Assert.Empty(server.Surprises);
    }

    [Fact]
    public async Task Where_the_server_does_not_tell_its_namespaces_all_mailboxes_are_listed()
    {
        await using var server = new ScriptedServer("""
            S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN NAMESPACE] ready
            C: AUTHENTICATE PLAIN AGFubmEAcHc=
            S: $ OK [CAPABILITY IMAP4rev1 NAMESPACE] in
            C: NAMESPACE
            S: $ NO not just now
            C: LIST "" "INBOX"
            S: * LIST () "/" INBOX
            S: $ OK
            C: LIST "" ""
            S: * LIST (\Noselect) "/" ""
            S: $ OK
            C: LIST "" "*"
            S: * LIST () "/" INBOX
            S: * LIST () "/" Archive
            S: $ OK
            C: LSUB "" "*"
            S: $ OK
            """);
        await using var store = server.Store();

        var mailboxes = await store.Use(c => c.ListMailboxesAsync(Cancellation));

        Assert.Equal(["Archive", "INBOX"], mailboxes.Select(one => one.Name.Value).Order(StringComparer.Ordinal));
        Assert.Empty(server.Surprises);
    }
}
