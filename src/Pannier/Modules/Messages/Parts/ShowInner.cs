using Pannier.Core.Http;
using Pannier.Core.Settings;
using Pannier.Core.Text;
using Pannier.Mail;
using Pannier.Mail.Parts;
using Pannier.Mail.Reading;
using Pannier.Mail.Text;
using Pannier.Modules.Lists;
using Pannier.Modules.Messages.Pictures;

namespace Pannier.Modules.Messages.Parts;

/// <summary>Shows a message within a message the way a message is shown: sanitised, in view boxes, its files listed.</summary>
internal sealed class ShowInner(ShowBody bodies, ViewBoxes boxes, MySettings settings, WordsOfVisit words)
{
    public async Task<InnerPage> ShowAsync(MessageKey key, PartPath path, ListSpec? list, InnerMessage message, CancellationToken cancellation)
    {
        await settings.LoadAsync(cancellation);
        var plan = BodyPlan.Of(message.Structure);
        var pictures = new PictureRound(boxes, PictureConsent.None, settings.Get(MessagesModule.Links));
        var blocks = new List<ShownBlock>();
        foreach (var block in plan.Blocks) blocks.Add(await bodies.ShowAsync(message, block, plan, settings.Get(MessagesModule.Prefers), QuoteCare.Show, pictures, cancellation));
        return new InnerPage(
            message.Envelope is { } envelope ? Head(envelope) : null,
            ProtectionLines.Of(key, path, list, message.Structure, blocks),
            blocks,
            plan.MoreBlocks,
            Attachments.Of(key, path, list, plan.Attachments),
            PartUrls.All(key, path))
        {
            Blocked = pictures.Blocked,
            CutLinks = [.. blocks.SelectMany(block => block.CutLinks).Distinct()],
        };
    }

    private InnerHead Head(Envelope envelope) => new(
        string.IsNullOrWhiteSpace(envelope.Subject) ? null : UntrustedText.Show(envelope.Subject),
        People(envelope.From),
        People(envelope.To),
        People(envelope.Cc),
        envelope.Date is { } date ? words.Get().Clock.ToLocal(date).ToString("f", words.Get().Culture) : null);

    private static string People(IReadOnlyList<EmailAddress> people) =>
        UntrustedText.Show(string.Join(", ", people.Take(50).Select(one => one.ToString())) + (people.Count > 50 ? $" +{people.Count - 50}" : ""));
}
