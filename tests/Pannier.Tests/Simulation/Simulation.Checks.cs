using Pannier.Mail;
using Pannier.Mail.Lists;
using Pannier.Mail.Mirror;

namespace Pannier.Tests.Simulation;

// What must hold: at every moment, and at rest.
internal sealed partial class Simulation
{
    /// <summary>No more changes, no more faults: in the end all is as the servers hold it.</summary>
    private void Settle()
    {
        foreach (var account in _accounts) account.Server.Faults = 0;
        foreach (var account in _accounts.Where(account => account.Server.HasTroubles)) SettleAround(account);
        foreach (var box in _accounts.SelectMany(account => account.Server.Boxes.Values)) box.Trouble = BoxTrouble.None;
        for (var round = 0; ; round++)
        {
            Rest();
            if (_accounts.All(account => account.Intents!.Count == 0 && Difference(account) is null)) break;
            var mayLie = _accounts.Any(account => (account.Server.Quirks & (SimQuirks.Lies | SimQuirks.NoModSeq)) != SimQuirks.None || account.Server.RanBackwards);
            Hold(round < (mayLie ? 40 : 20), _accounts.Select(Difference).FirstOrDefault(difference => difference is not null) ?? "an intent is left");
            Pass(round < 20 ? TimeSpan.FromSeconds(61) : TimeSpan.FromHours(25)); // what mod-sequences hid, or a state without them does not tell, is found out within a day
        }

        // Nothing was lost and nothing is there twice, whatever was moved over whichever lines.
        foreach (var account in _accounts)
        {
            var there = account.Server.Boxes.Values.SelectMany(box => box.Messages.Values).Select(message => message.Name).ToList();
            Hold(there.Count == there.Distinct().Count() || account.Server is WireServer { MayDouble: true }, "a message is there twice");
        }

        var all = _accounts.SelectMany(account => account.Server.Boxes.Values).SelectMany(box => box.Messages.Values).Select(message => message.Name).ToHashSet();
        Hold(_born.Except(_destroyed).All(all.Contains), "a message is lost");
    }

    /// <summary>Lets everything go on until nothing does.</summary>
    private void Rest()
    {
        for (var acts = 0; _scheduler.Held.Count > 0; acts++)
        {
            Hold(acts < 5_000, "it never comes to rest");
            _scheduler.Let(0);
        }

        Check();
    }

    /// <summary>Whatever is wrong with some mailboxes, the others come to what the server holds, and the server is left in peace.</summary>
    private void SettleAround(SimAccount account)
    {
        var before = account.Server.Acts;
        for (var round = 0; ; round++)
        {
            Rest();
            if (Around(account) is not { } difference) break;
            Hold(round < 140, $"{difference} beside {string.Join(',', account.Server.Boxes.Values.Select(box => $"{box.Name} {box.Trouble}"))}");
            Pass(round < 120 ? TimeSpan.FromSeconds(5) : TimeSpan.FromHours(25)); // in small steps: a pause of seconds must not look like one of minutes
        }

        Hold(account.Server.Acts - before < 3_000, $"{account.Server.Acts - before} acts asked for nothing");
    }

    private string? Around(SimAccount account)
    {
        if (Image(account) is not { } shown) return "nothing is held";
        return shown.Mailboxes.Where(mailbox => account.Server.Boxes.GetValueOrDefault(mailbox.Name.Value) is { Trouble: BoxTrouble.None })
            .Select(mailbox => Difference(account, shown, mailbox)).FirstOrDefault(difference => difference is not null);
    }

    /// <summary>What holds at every moment.</summary>
    private void Check()
    {
        foreach (var account in _accounts)
        {
            account.Note();
            Tell(_scheduler.Held.Count, (int)_mirror.Current.Number, account.Server.Acts);
            if (Image(account) is not { } shown) continue;
            CheckPoints(account, shown);
            CheckLooks(account, shown);
            foreach (var image in shown.Images.Values)
            {
                if (shown.Mailboxes.FirstOrDefault(mailbox => mailbox.Id == image.Mailbox) is not { } mailbox) continue;
                var (unseen, flagged) = (0, 0);
                for (var row = 0; row < image.Count; row++)
                {
                    if (!image.KeywordsAt(row).HasFlag(Keywords.Seen)) unseen++;
                    if (image.KeywordsAt(row).HasFlag(Keywords.Flagged)) flagged++;
                    Hold(account.Ever(mailbox.Name.Value, image.Point.UidValidity, image.UidAt(row).Value) == image.Read(row).Envelope.Subject, $"{image.Read(row).Envelope.Subject} was never {mailbox.Name} {image.Point.UidValidity}/{image.UidAt(row)} of {account.Id}");
                }

                Hold(image.Point.HeldFrom is not { } from || image.Count == 0 || from <= image.UidAt(0), "it holds what it says it does not");
                Hold((unseen, flagged) == (image.Unseen, image.Flagged), "counts are wrong");
            }
        }
    }

    /// <summary>Where nothing changed since a sync point, all it says is held is held as it is there.</summary>
    private static void CheckPoints(SimAccount account, AccountImage shown)
    {
        if (account.Server.RanBackwards || (account.Server.Quirks & (SimQuirks.Lies | SimQuirks.NoModSeq)) != SimQuirks.None) return;
        foreach (var image in shown.Told.Values)
        {
            if (account.Server.Boxes.Values.FirstOrDefault(box => box.Validity == image.Point.UidValidity) is not { } box || box.ModSeq != image.Point.HighestModSeq || image.Point.HeldFrom is not { } from) continue;
            Hold(box.Messages.Where(pair => pair.Key >= from.Value).Select(pair => (pair.Key, pair.Value.Keywords)).SequenceEqual(image.Uids().Select(uid => (uid.Value, image.KeywordsAt(image.Find(uid))))), $"{box.Name} is not what {image.Point} says");
            Hold(image.Point.Exists == box.Messages.Count, $"{box.Name}: {image.Point.Exists} counted, {box.Messages.Count} there");
        }
    }

    /// <summary>A look that ended well shows what was there when it was asked for.</summary>
    private static void CheckLooks(SimAccount account, AccountImage shown)
    {
        foreach (var (mailbox, validity, modSeq, _) in account.Asked.Where(asked => asked.Look.IsCompleted))
        {
            if (shown.Stage == SyncStage.Failing || account.Sync!.ClosedBy(mailbox) is not null || account.Server.RanBackwards || account.Server.Quirks.HasFlag(SimQuirks.NoModSeq)) continue; // it ended otherwise
            if (shown.Told.GetValueOrDefault(mailbox) is { } image && image.Point.UidValidity == validity) Hold(image.Point.HighestModSeq >= modSeq, $"a look showed {image.Point.HighestModSeq}, there was {modSeq}");
        }

        account.Asked.RemoveAll(asked => asked.Look.IsCompleted);
    }

    private string? Difference(SimAccount account)
    {
        if (Image(account) is not { Stage: SyncStage.Current } shown) return $"it is not current: {Image(account)?.Stage} {Image(account)?.Fault?.Kind} {Image(account)?.Fault?.ServerText} {account.Server} {string.Join(',', Image(account)?.Images.Values.Select(image => image.Point) ?? [])}";
        if (!shown.Mailboxes.Select(mailbox => mailbox.Name.Value).Order().SequenceEqual(account.Server.Boxes.Keys.Order())) return "other mailboxes";
        return shown.Mailboxes.Select(mailbox => Difference(account, shown, mailbox)).FirstOrDefault(difference => difference is not null);
    }

    private static string? Difference(SimAccount account, AccountImage shown, Mailbox mailbox)
    {
        var box = account.Server.Boxes[mailbox.Name.Value];
        if (shown.Images.GetValueOrDefault(mailbox.Id) is not { } image) return $"{box.Name} is not held";
        if (image.Point.UidValidity != box.Validity || image.Count != box.Messages.Count) return $"{box.Name}: {image.Count} held, {box.Messages.Count} there";
        foreach (var (uid, message) in box.Messages)
            if (image.Find(new Uid(uid)) is not (>= 0 and var row) || image.KeywordsAt(row) != message.Keywords || image.Read(row).Envelope.Subject != message.Name) return $"{box.Name}/{uid} is another: {message} of {box.ModSeq}, held {(image.Find(new Uid(uid)) is >= 0 and var at ? $"{image.Read(at).Envelope.Subject} {image.KeywordsAt(at)}" : "not")} at {image.Point} {account.Server}";

        if (image.Uids().Any(uid => image.AttachmentAt(image.Find(uid)) == AttachmentMark.Unknown)) return $"{box.Name} is not deepened";
        if (Enumerable.Range(0, Math.Min(account.Pieces.Previewed, image.Count)).Any(place => !image.HasPreview(image.Newest(place)))) return $"{box.Name} lacks previews";
        for (var place = 1; place < image.Count; place++)
            if (image.ReceivedAt(image.Newest(place - 1)) < image.ReceivedAt(image.Newest(place))) return $"{box.Name} is out of order";

        return null;
    }
}
