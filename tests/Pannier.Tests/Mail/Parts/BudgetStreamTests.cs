using Pannier.Mail.Parts;

namespace Pannier.Tests.Mail.Parts;

public sealed class BudgetStreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gives_what_there_is_a_budget_for_and_then_ends()
    {
        await using var stream = new BudgetStream(new MemoryStream([1, 2, 3, 4, 5]), 3, BudgetEnd.IsTheEnd);
        var buffer = new byte[10];

        Assert.Equal(2, await stream.ReadAsync(buffer.AsMemory(0, 2), Token));
        Assert.Equal(1, await stream.ReadAsync(buffer.AsMemory(2), Token));
        Assert.Equal(0, stream.Read(buffer, 0, 10));
        Assert.Equal([1, 2, 3], buffer[..3]);
        Assert.False(stream.IsSpent);
    }

    [Fact]
    public async Task Or_says_that_there_is_more()
    {
        await using var more = new BudgetStream(new MemoryStream([1, 2, 3, 4]), 3, BudgetEnd.IsAFault);
        await using var enough = new BudgetStream(new MemoryStream([1, 2, 3]), 3, BudgetEnd.IsAFault);
        var buffer = new byte[3];

        await more.ReadExactlyAsync(buffer, Token);
        await enough.ReadExactlyAsync(buffer, Token);

        Assert.Throws<InvalidDataException>(() => more.Read(buffer, 0, 1));
        Assert.Equal(0, enough.Read(buffer, 0, 1));
        Assert.Equal((true, false), (more.IsSpent, enough.IsSpent));
    }

    [Fact]
    public void Is_read_forward_and_nothing_else()
    {
        using var stream = new BudgetStream(new MemoryStream([1]), 1, BudgetEnd.IsTheEnd);

        Assert.Equal((true, false, false), (stream.CanRead, stream.CanSeek, stream.CanWrite));
        Assert.Throws<NotSupportedException>(() => stream.Length);
        Assert.Throws<NotSupportedException>(() => stream.Position);
        Assert.Throws<NotSupportedException>(() => stream.Position = 0);
        Assert.Throws<NotSupportedException>(() => stream.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => stream.SetLength(1));
        Assert.Throws<NotSupportedException>(() => stream.Write([1], 0, 1));
        stream.Flush();
    }
}
