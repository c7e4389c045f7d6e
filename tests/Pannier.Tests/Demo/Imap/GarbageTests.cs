using CsCheck;

namespace Pannier.Tests.Demo.Imap;

public sealed class GarbageTests
{
    private static readonly string[] Words =
    [
        "FETCH", "UID", "STORE", "SEARCH", "SORT", "LIST", "STATUS", "APPEND", "CREATE", "RENAME", "COPY", "MOVE", "SELECT", "ENABLE", "ID", "AUTHENTICATE PLAIN",
        "INBOX", "1:*", "*", "0", "4294967296", "1,,2", "(", ")", "\"", "\\", "{", "}", "{3}", "{3+}\r\nabc", "{0+}\r\n", "{999999999999+}", "[", "]", "<0.0>", "<1.2>", "BODY[", "BODY.PEEK[1.MIME]",
        "HEADER.FIELDS", "FLAGS", "+FLAGS", "(\\Seen)", "MODSEQ", "(CHANGEDSINCE 1)", "NOT", "OR", "ALL", "SUBJECT", "BEFORE", "1-Feb-2026", "RETURN", "(MIN", "CHARSET", "UTF-8", "%", "&-", "&AGE", "NIL", "é", "\0", "\r", "\t",
    ];

    private static readonly Gen<string> Line =
        Gen.Select(Gen.Int[0, Words.Length - 1], Gen.Bool).Array[0, 8].Select(picks => string.Concat(picks.Select(pick => (pick.Item2 ? " " : "") + Words[pick.Item1])));

    [Fact]
    public async Task Garbage_in_the_shape_of_commands_never_ends_the_server()
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("one");

        await Line.Array[1, 20].SampleAsync(
            async lines =>
            {
                var line = await host.SelectedAsync();
                await line.SendAsync(string.Concat(lines.Select(each => $"g{each}\r\n")));
                line.Finish();
                await line.ReadUntilAsync(_ => false);
                line.Dispose();
            },
            iter: 150,
            threads: 1);

        Assert.Contains("OK", await (await host.SelectedAsync()).AskAsync("NOOP"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_bytes_at_all_never_end_either_server()
    {
        await using var host = await DemoHost.StartAsync();

        await Gen.Byte.Array[0, 300].SampleAsync(
            async bytes =>
            {
                foreach (var line in new[] { await host.ImapAsync(), await host.RawSmtpAsync() })
                {
                    await line.SendAsync(bytes);
                    line.Finish();
                    await line.ReadUntilAsync(_ => false);
                    line.Dispose();
                }
            },
            iter: 100,
            threads: 1);

        Assert.Contains("OK", await (await host.SignedInAsync()).AskAsync("NOOP"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FETCH")]
    [InlineData("FETCH 1")]
    [InlineData("FETCH 0 FLAGS")]
    [InlineData("FETCH 1 (FLAGS")]
    [InlineData("FETCH 1 BODY[9999999999]")]
    [InlineData("FETCH 1 BODY[0]")]
    [InlineData("FETCH 1 BODY[]<0.0>")]
    [InlineData("FETCH 1 FLAGS trailing")]
    [InlineData("STORE 1 FLAGS \\Se*n")]
    [InlineData("SELECT \"unfinished")]
    [InlineData("NOOP now")]
    [InlineData("UID NOOP")]
    [InlineData("XYZZY")]
    public async Task A_command_that_can_not_be_read_is_bad_and_the_next_one_is_heard(string command)
    {
        await using var host = await DemoHost.StartAsync();
        host.Put("one");
        var line = await host.SelectedAsync();

        var answer = await line.AskAsync(command);

        Assert.StartsWith("BAD", answer, StringComparison.Ordinal);
        Assert.EndsWith("OK Done", await line.AskAsync("NOOP"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_much_is_refused_without_being_kept()
    {
        await using var host = await DemoHost.StartAsync();
        var line = await host.ImapAsync();

        await line.SendAsync("a LOGIN {100000}\r\n");
        Assert.StartsWith("a NO [TOOBIG]", await line.ReadLineAsync(), StringComparison.Ordinal);
        await line.SendAsync("a2 LOGIN {100000+}\r\n" + new string('x', 100_000) + " more\r\n");
        Assert.StartsWith("a2 NO [TOOBIG]", await line.ReadLineAsync(), StringComparison.Ordinal);
        await line.SendAsync("b NOOP " + new string('x', 1_100_000) + "\r\n");
        Assert.StartsWith("* BAD The line is too long", await line.ReadLineAsync(), StringComparison.Ordinal);
        Assert.EndsWith("OK Done", await line.AskAsync("NOOP"), StringComparison.Ordinal);
        await line.SendAsync("c LOGIN {99999999999+}\r\n");
        Assert.Null(await line.ReadLineAsync());
    }

    [Fact]
    public async Task A_search_nested_beyond_reason_is_bad()
    {
        await using var host = await DemoHost.StartAsync();
        var line = await host.SelectedAsync();

        var answer = await line.AskAsync("SEARCH " + string.Concat(Enumerable.Repeat("NOT ", 100_000)) + "ALL");

        Assert.StartsWith("BAD", answer, StringComparison.Ordinal);
    }
}
