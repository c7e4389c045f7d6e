using System.Text;
using Pannier.Mail.Text;

namespace Pannier.Mail.Html.Values;

/// <summary>What a link says of where it leads, by our reading of its address and never by the sender's word.</summary>
internal sealed record Destination(LinkTarget Target) : Value
{
    public override void WriteTo(StringBuilder target) => target.Append(TrueHost.Of(Target));
}
