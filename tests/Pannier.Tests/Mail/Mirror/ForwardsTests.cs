using Pannier.Mail;
using Pannier.Mail.Mirror;

namespace Pannier.Tests.Mail.Mirror;

/// <summary>Who asks for a message where it was finds it where it is.</summary>
public sealed class ForwardsTests
{
    private readonly Forwards _forwards = new();

    [Fact]
    public void A_message_is_followed_over_all_its_moves()
    {
        _forwards.Add(Key(1, 5), Key(2, 9));
        _forwards.Add(Key(2, 9), Key(3, 1));

        Assert.Equal(Key(3, 1), _forwards.Follow(Key(1, 5)));
        Assert.Equal(Key(3, 1), _forwards.Follow(Key(2, 9)));
        Assert.Equal(Key(1, 6), _forwards.Follow(Key(1, 6)));
    }

    [Fact]
    public void One_that_came_back_to_its_place_is_there()
    {
        _forwards.Add(Key(1, 5), Key(2, 9));
        _forwards.Add(Key(2, 9), Key(1, 5));
        _forwards.Add(Key(4, 4), Key(4, 4));

        Assert.Equal(Key(1, 5), _forwards.Follow(Key(1, 5)));
        Assert.Equal(Key(1, 5), _forwards.Follow(Key(2, 9)));
        Assert.Equal(Key(4, 4), _forwards.Follow(Key(4, 4)));
    }

    [Fact]
    public void The_oldest_are_forgotten_and_a_ring_ends()
    {
        for (var uid = 1u; uid <= 20_001; uid++) _forwards.Add(Key(1, uid), Key(2, uid));
        Assert.Equal((Key(1, 1), Key(2, 2)), (_forwards.Follow(Key(1, 1)), _forwards.Follow(Key(1, 2))));

        var ring = new Forwards();
        foreach (var (from, to) in (IReadOnlyList<(uint, uint)>)[(1, 2), (2, 3), (3, 1)]) ring.Add(Key(1, from), Key(1, to));
        Assert.InRange(ring.Follow(Key(1, 2)).Uid.Value, 1u, 3u);
    }

    private static MessageKey Key(ulong mailbox, uint uid) => new(new AccountId(1), new MailboxId(mailbox), 7, new Uid(uid));
}
