using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;
using Pannier.Mail.Mirror.Intents;

namespace Pannier.Tests.Simulation;

// What happens: at the servers, and by the person's hand.
internal sealed partial class Simulation
{
    /// <summary>Another client, or the server by itself.</summary>
    private void Change(SimAccount account)
    {
        account.Note();
        var box = Any(account);
        var uid = box.Messages.Count == 0 ? 0 : box.Messages.Keys.ElementAt(_random.Next(box.Messages.Count));
        switch (_random.Next(14))
        {
            case < 4:
                Deliver(account, box);
                break;
            case < 7 when uid != 0:
                box.Mark(uid, (Keywords)_random.Next(8), isTold: !account.Server.Quirks.HasFlag(SimQuirks.Lies) || _random.Next(2) == 0);
                break;
            case < 9 when uid != 0:
                _destroyed.Add(box.Messages[uid].Name);
                box.Remove(uid);
                break;
            case 9:
                account.Server.Renumber(box);
                break;
            case 10 when Names.FirstOrDefault(name => !account.Server.Boxes.ContainsKey(name)) is { } name:
                account.Server.Make(name, name == "Archive" ? MailboxRole.Archive : MailboxRole.None);
                break;
            case 11 when box.Name != "INBOX":
                foreach (var message in box.Messages.Values) _destroyed.Add(message.Name);
                account.Server.Delete(box);
                break;
            case 12 when box.Name != "INBOX" && Names.FirstOrDefault(name => !account.Server.Boxes.ContainsKey(name)) is { } name:
                account.Server.Rename(box, name);
                break;
            case 13 when account.Server.HasTroubles:
                box.Trouble = (BoxTrouble)_random.Next(6);
                break;
            default:
                account.Server.RanBackwards = true;
                box.RunBackwards((ulong)_random.Next(1, (int)box.ModSeq + 1));
                break;
        }

        account.Note();
    }

    /// <summary>The person themself, on what they see.</summary>
    private void Act(SimAccount account)
    {
        if (account.Server.HasTroubles) return;
        if (Image(account) is not { } shown || shown.Mailboxes.Select(mailbox => shown.Images.GetValueOrDefault(mailbox.Id)).OfType<MailboxImage>().Where(image => image.Count > 0).ToList() is not { Count: > 0 } images) return;

        var image = images[_random.Next(images.Count)];
        var target = shown.Mailboxes[_random.Next(shown.Mailboxes.Count)];
        MailAction action = _random.Next(3) switch
        {
            0 => new MailAction.Mark((Keywords)_random.Next(8), Keywords.None),
            1 when target.Id != image.Mailbox => new MailAction.Move(account.Id, target.Id),
            _ => new MailAction.Mark(Keywords.None, (Keywords)_random.Next(8)),
        };
        var uid = image.UidAt(_random.Next(image.Count));
        var intent = new Intent(IntentId.New(), account.Id, image.Mailbox, image.Point.UidValidity, [uid], action, _clock.GetUtcNow());
        Wait(account.Intents!.AddAsync(intent, CancellationToken.None));
        if (Image(account)!.Intents.All(one => one.Id != intent.Id)) return; // its mailbox is known to be gone, and it ended at once
        var after = Image(account)!.Images[image.Mailbox]; // it is seen at once
        if (action is MailAction.Mark mark) Hold(after.Find(uid) >= 0 && (after.KeywordsAt(after.Find(uid)) & mark.Add) == mark.Add, "a mark is not seen at once");
        else Hold(after.Find(uid) < 0, "a move is not seen at once");
    }

    private void Deliver(SimAccount account, SimBox box)
    {
        var name = $"{account.Id}-{++_messages}";
        _born.Add(name);
        box.Add(name, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(_random.Next(5)), (Keywords)_random.Next(8));
        account.Note();
    }
}
