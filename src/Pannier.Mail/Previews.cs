namespace Pannier.Mail;

/// <summary>Whether rows come with previews.</summary>
public enum Previews
{
    Leave,
    Read,
}
