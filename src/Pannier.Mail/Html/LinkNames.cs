namespace Pannier.Mail.Html;

/// <summary>Whether links say where they lead when somebody points at them.</summary>
public enum LinkNames
{
    Unnamed,
    Named,
}
