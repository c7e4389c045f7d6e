using Pannier.Mail;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Sync;

namespace Pannier.Tests.Mail.Mirror;

/// <summary>How a mailbox is looked at follows from what it and its image say, for every pair of them.</summary>
public sealed class LookPlanTests
{
    [Fact]
    public void Every_pair_of_states_has_its_plan()
    {
        ulong?[] modSeqs = [null, 1, 5, 9];
        foreach (var held in (Uid?[])[null, new Uid(1), new Uid(40)])
            foreach (var (before, after) in ((uint, uint)[])[(7, 7), (7, 8)])
                foreach (var from in modSeqs)
                    foreach (var to in modSeqs)
                        foreach (var trust in Enum.GetValues<FlagTrust>())
                        {
                            var plan = LookPlan.Of(new SyncPoint(before, 50, 10, from, held), new MailboxState(after, 50, 10, 0, to), trust);
                            if (held is null || before != after) Assert.IsType<LookPlan.Anew>(plan);
                            else if (trust == FlagTrust.Audit || from is null || to is null || to < from) Assert.IsType<LookPlan.Compare>(plan);
                            else if (to == from) Assert.IsType<LookPlan.Still>(plan);
                            else Assert.Equal(new LookPlan.Since(from.Value), plan);
                        }
    }

    [Theory]
    [InlineData(0, 10, 0, 0, 10, true)]
    [InlineData(90, 10, 0, 0, 100, true)]
    [InlineData(90, 10, 2, 5, 103, true)]
    [InlineData(90, 10, 0, 0, 99, false)]
    [InlineData(0, 0, 0, 0, 0, true)]
    [InlineData(null, 10, 0, 0, 10, false)]
    public void Counts_add_up_or_all_uids_are_asked_for(int? below, int held, int gone, int come, int exists, bool addsUp) =>
        Assert.Equal(addsUp, LookPlan.AddsUp(below, held, gone, come, new MailboxState(7, 0, exists, 0, null)));
}
