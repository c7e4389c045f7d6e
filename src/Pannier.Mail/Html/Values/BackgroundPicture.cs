using System.Text;

namespace Pannier.Mail.Html.Values;

/// <summary>The only <c>url()</c> there is: it holds a view address of ours (<see cref="PictureSource"/>), which no sender can name.</summary>
internal sealed record BackgroundPicture(PictureSource Source) : Value
{
    public override void WriteTo(StringBuilder target)
    {
        target.Append("url(");
        Source.WriteTo(target); // its characters need no quotes
        target.Append(')');
    }
}
