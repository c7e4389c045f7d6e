namespace Pannier.Modules.Messages;

/// <summary>The form of a body that is shown where a message has both.</summary>
public enum BodyForm
{
    Html,
    Plain,
}
