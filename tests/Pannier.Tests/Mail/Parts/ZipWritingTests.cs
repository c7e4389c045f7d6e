using System.IO.Compression;
using Pannier.Mail;
using Pannier.Mail.Parts;

namespace Pannier.Tests.Mail.Parts;

public sealed class ZipWritingTests
{
    private static readonly DateTimeOffset Then = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_each_file_a_safe_name_of_its_own()
    {
        using var to = new MemoryStream();

        await ZipWriting.WriteAsync(Items("a.txt", "A.TXT", "../../a.txt", "CON.txt", "x\u202Efdp.exe", "ü.txt", ""), to, Token);

        using var archive = new ZipArchive(to);
        Assert.Equal(["a.txt", "A (2).TXT", "a (3).txt", "_CON.txt", "xfdp.exe", "ü.txt", "attachment"], archive.Entries.Select(entry => entry.FullName));
        using var reader = new StreamReader(await archive.Entries[1].OpenAsync(Token));
        Assert.Equal("A.TXT", await reader.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task A_file_that_fails_leaves_no_archive_that_could_be_taken_for_whole()
    {
        using var to = new MemoryStream();

        await Assert.ThrowsAsync<MailFault>(() => ZipWriting.WriteAsync(Failing(), to, Token));

        Assert.Throws<InvalidDataException>(() => new ZipArchive(to));
    }

    private static async IAsyncEnumerable<ZipItem> Items(params string[] names)
    {
        await Task.CompletedTask;
        foreach (var name in names) yield return new ZipItem(name, Then, async (to, token) => await to.WriteAsync(System.Text.Encoding.UTF8.GetBytes(name), token));
    }

    private static async IAsyncEnumerable<ZipItem> Failing()
    {
        await Task.CompletedTask;
        yield return new ZipItem("a", Then, async (to, token) => await to.WriteAsync(new byte[100], token));
        yield return new ZipItem("b", Then, (_, _) => throw new MailFault(MailFaultKind.Dropped));
    }
}
