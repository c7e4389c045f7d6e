using Pannier.Mail;
using Pannier.Mail.Senders;

namespace Pannier.Tests.Mail.Senders;

public sealed class ServerHabitTests
{
    private static readonly HeaderField Received = new("Received", "from a by mx.example.org");

    [Fact]
    public void Learns_the_name_and_the_checks_a_server_writes_in_nearly_every_message()
    {
        var mail = Enumerable.Range(0, 9).Select(at => Mail("mx.example.org; dkim=none; spf=pass" + (at < 3 ? "; dmarc=pass" : ""))).Append(Mail()).ToList();

        var habit = ServerHabit.Learn(mail);

        Assert.Equal("mx.example.org", habit?.Server);
        Assert.Equal(["dkim", "spf"], habit?.Methods);
    }

    [Fact]
    public void A_name_that_some_senders_write_themselves_is_no_habit() =>
        Assert.Null(ServerHabit.Learn([.. Enumerable.Repeat(Mail("mx.example.org; dmarc=pass"), 5), .. Enumerable.Repeat(Mail(), 5)]));

    [Fact]
    public void Only_the_topmost_name_counts()
    {
        var habit = ServerHabit.Learn([.. Enumerable.Repeat(Mail("mx.example.org; spf=pass", "mx.sender.example; dmarc=pass"), 6)]);

        Assert.Equal("mx.example.org", habit?.Server);
        Assert.Equal(["spf"], habit?.Methods);
    }

    [Fact]
    public void Too_few_senders_teach_nothing() => Assert.Null(ServerHabit.Learn([.. Enumerable.Repeat(Mail("mx.example.org; spf=pass"), ServerHabit.LeastSenders - 1)]));

    [Fact]
    public void What_never_came_through_a_server_is_not_counted() =>
        Assert.Null(ServerHabit.Learn([.. Enumerable.Repeat<IReadOnlyList<HeaderField>>([new HeaderField("Authentication-Results", "mx.example.org; spf=pass")], 20)]));

    private static IReadOnlyList<HeaderField> Mail(params string[] answers) =>
        [.. answers.Select(answer => new HeaderField("Authentication-Results", answer)), Received];
}
