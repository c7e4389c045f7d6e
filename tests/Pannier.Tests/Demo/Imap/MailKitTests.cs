using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

using MimeKit;

namespace Pannier.Tests.Demo.Imap;

public sealed class MailKitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SecureSocketOptions.None)]
    [InlineData(SecureSocketOptions.StartTls)]
    [InlineData(SecureSocketOptions.SslOnConnect)]
    public async Task Signs_in_over_every_kind_of_line(SecureSocketOptions security)
    {
        await using var host = await DemoHost.StartAsync();

        var client = await host.MailKitAsync(security);

        Assert.True(client.IsAuthenticated);
        Assert.Equal(security != SecureSocketOptions.None, client.IsSecure);
        Assert.True(client.Capabilities.HasFlag(ImapCapabilities.Move | ImapCapabilities.UidPlus | ImapCapabilities.CondStore | ImapCapabilities.Idle));
    }

    [Fact]
    public async Task Refuses_a_wrong_password_and_takes_the_right_one_after_it()
    {
        await using var host = await DemoHost.StartAsync();
        using var client = new ImapClient();
        await client.ConnectAsync("127.0.0.1", host.Provider.ImapPort, SecureSocketOptions.None, Cancellation);

        await Assert.ThrowsAsync<AuthenticationException>(() => client.AuthenticateAsync(DemoHost.Ann, "wrong", Cancellation));
        await client.AuthenticateAsync(DemoHost.Ann, DemoHost.Password, Cancellation);

        Assert.True(client.IsAuthenticated);
    }

    [Fact]
    public async Task Lists_the_usual_mailboxes_by_their_use()
    {
        await using var host = await DemoHost.StartAsync();
        var client = await host.MailKitAsync();

        var folders = await client.GetFoldersAsync(client.PersonalNamespaces[0], StatusItems.Unread | StatusItems.Count, false, Cancellation);

        Assert.Equal(["Archive", "Drafts", "INBOX", "Junk", "Sent", "Trash"], folders.Select(folder => folder.FullName).Order(StringComparer.Ordinal));
        Assert.Equal("Sent", client.GetFolder(SpecialFolder.Sent)!.FullName);
        Assert.Equal("Junk", client.GetFolder(SpecialFolder.Junk)!.FullName);
    }

    [Fact]
    public async Task Gives_a_message_back_octet_for_octet_and_its_parts_apart()
    {
        await using var host = await DemoHost.StartAsync();
        var builder = new BodyBuilder { TextBody = "Grüße\r\n.\r\nEnde", HtmlBody = "<p>Grüße</p>" };
        builder.Attachments.Add("naïve résumé.pdf", Enumerable.Range(0, 5000).Select(n => (byte)n).ToArray(), new ContentType("application", "pdf"));
        using var message = new MimeMessage([new MailboxAddress("Jürgen \"J\" Ü", "j@demo.test")], [new MailboxAddress("", DemoHost.Ann)], "Zürich, \"quoted\" and ελληνικά", builder.ToMessageBody());
        var client = await host.MailKitAsync();
        await client.Inbox!.OpenAsync(FolderAccess.ReadWrite, Cancellation);

        var uid = await client.Inbox.AppendAsync(message, MessageFlags.Seen, Cancellation);
        var summary = (await client.Inbox.FetchAsync([uid!.Value], MessageSummaryItems.Envelope | MessageSummaryItems.BodyStructure | MessageSummaryItems.UniqueId | MessageSummaryItems.Size, Cancellation)).Single();
        var text = (TextPart)await client.Inbox.GetBodyPartAsync(uid.Value, summary.TextBody!, Cancellation);
        var file = (MimePart)await client.Inbox.GetBodyPartAsync(uid.Value, summary.Attachments.Single(), Cancellation);
        var whole = await client.Inbox.GetMessageAsync(uid.Value, Cancellation);

        Assert.Equal(message.Subject, summary.Envelope!.Subject);
        Assert.Equal("Jürgen \"J\" Ü", summary.Envelope.From.Mailboxes.Single().Name);
        Assert.Equal("naïve résumé.pdf", summary.Attachments.Single().FileName);
        Assert.Equal(builder.TextBody.ReplaceLineEndings("\n"), text.Text.ReplaceLineEndings("\n").TrimEnd());
        using var content = new MemoryStream();
        await file.Content!.DecodeToAsync(content, Cancellation);
        Assert.Equal(Enumerable.Range(0, 5000).Select(n => (byte)n), content.ToArray());
        Assert.Equal(message.HtmlBody, whole.HtmlBody);
        Assert.Equal((uint)host.Store.Find(DemoHost.Ann, "INBOX")!.Messages[0].Raw.Length, summary.Size);
    }

    [Fact]
    public async Task Searches_and_sorts()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("Zürich trip", body: "The train leaves at noon\r\n");
        host.Put("Re: apples", flags: ["\\Seen", "$Work"]);
        host.Put("Bananas", flags: ["\\Flagged"]);
        var client = await host.MailKitAsync();
        var inbox = client.Inbox!;
        await inbox.OpenAsync(FolderAccess.ReadOnly, Cancellation);

        Assert.Equal([1u], Ids(await inbox.SearchAsync(SearchQuery.SubjectContains("zürich"), Cancellation)));
        Assert.Equal([1u], Ids(await inbox.SearchAsync(SearchQuery.BodyContains("TRAIN"), Cancellation)));
        Assert.Equal([1u, 3u], Ids(await inbox.SearchAsync(SearchQuery.NotSeen, Cancellation)));
        Assert.Equal([2u, 3u], Ids(await inbox.SearchAsync(SearchQuery.HasKeyword("$work").Or(SearchQuery.Flagged), Cancellation)));
        Assert.Equal([1u, 3u], Ids(await inbox.SearchAsync(SearchQuery.Not(SearchQuery.HasKeyword("$Work")), Cancellation)));
        Assert.Equal([1u, 2u, 3u], Ids(await inbox.SearchAsync(SearchQuery.DeliveredOn(new DateTime(2026, 2, 1)), Cancellation)));
        Assert.Empty(await inbox.SearchAsync(SearchQuery.SentSince(new DateTime(2026, 2, 2)), Cancellation));
        Assert.Equal([1u, 3u, 2u], Ids(await inbox.SortAsync(SearchQuery.All, [OrderBy.ReverseSubject], Cancellation)));
    }

    [Fact]
    public async Task Moves_and_copies_telling_the_new_uids()
    {
        await using var host = await DemoHost.StartAsync();
        var first = host.Put("one");
        host.Put("two");
        var client = await host.MailKitAsync();
        var archive = await client.GetFolderAsync("Archive", Cancellation);
        await client.Inbox!.OpenAsync(FolderAccess.ReadWrite, Cancellation);

        var copied = await client.Inbox.CopyToAsync([new UniqueId(2)], archive, Cancellation);
        var moved = await client.Inbox.MoveToAsync([new UniqueId(first.Uid)], archive, Cancellation);

        Assert.Equal(1u, copied.Destination[0].Id);
        Assert.Equal(2u, moved.Destination[0].Id);
        Assert.Equal(1, client.Inbox.Count);
        Assert.Equal(["two", "one"], host.Store.Find(DemoHost.Ann, "Archive")!.Messages.Select(Subject));
    }

    [Theory]
    [InlineData("a\" {3} \\ <b>")]
    [InlineData("Тест & 日本語")]
    [InlineData("50% off *")]
    public async Task Mailbox_names_go_there_and_back(string name)
    {
        await using var host = await DemoHost.StartAsync();
        var client = await host.MailKitAsync();
        var top = client.GetFolder(client.PersonalNamespaces[0]);

        var made = await top.CreateAsync(name, true, Cancellation);
        Assert.NotNull(made);
        await made.OpenAsync(FolderAccess.ReadWrite, Cancellation);

        Assert.NotNull(host.Store.Find(DemoHost.Ann, name));
        Assert.Contains(await top.GetSubfoldersAsync(false, Cancellation), folder => folder.FullName == name);
    }

    [Fact]
    public async Task Renames_with_the_children()
    {
        await using var host = await DemoHost.StartAsync();
        host.Store.CreateMailbox(DemoHost.Ann, "work/2025/q1");
        var client = await host.MailKitAsync();
        var work = await client.GetFolderAsync("work", Cancellation);

        await work.RenameAsync(client.GetFolder(client.PersonalNamespaces[0]), "job", Cancellation);

        Assert.NotNull(host.Store.Find(DemoHost.Ann, "job/2025/q1"));
        Assert.Null(host.Store.Find(DemoHost.Ann, "work/2025/q1"));
    }

    [Fact]
    public async Task Idle_hears_arrivals_flags_and_removals_from_elsewhere()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("first");
        host.Put("second");
        var client = await host.MailKitAsync();
        await client.Inbox!.OpenAsync(FolderAccess.ReadWrite, Cancellation);
        var (count, flags, gone) = (new TaskCompletionSource(), new TaskCompletionSource<MessageFlags>(), new TaskCompletionSource<int>());
        client.Inbox.CountChanged += (_, _) => count.TrySetResult();
        client.Inbox.MessageFlagsChanged += (_, changed) => flags.TrySetResult(changed.Flags);
        client.Inbox.MessageExpunged += (_, expunged) => gone.TrySetResult(expunged.Index);
        using var done = new CancellationTokenSource();
        var idling = client.IdleAsync(done.Token, Cancellation);

        host.Store.SetFlags(DemoHost.Ann, "INBOX", 2, ["\\Flagged"]);
        Assert.Equal(MessageFlags.Flagged, await flags.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation) & ~MessageFlags.Recent);
        host.Put("third");
        await count.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        host.Store.Expunge(DemoHost.Ann, "INBOX", [1]);
        Assert.Equal(0, await gone.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
        await done.CancelAsync();
        await idling;

        Assert.Equal(2, client.Inbox.Count);
    }

    private static IEnumerable<uint> Ids(IEnumerable<UniqueId> uids) => uids.Select(uid => uid.Id);

    private static string Subject(Pannier.Demo.Store.DemoMessage message) => MimeMessage.Load(new MemoryStream(message.Raw.ToArray())).Subject ?? "";
}
