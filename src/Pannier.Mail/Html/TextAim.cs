namespace Pannier.Mail.Html;

/// <summary>What text is made of HTML for.</summary>
internal enum TextAim
{
    Reading,

    /// <summary>Words only: no addresses and no marks; hidden preheaders are meant for this.</summary>
    Preview,
}
