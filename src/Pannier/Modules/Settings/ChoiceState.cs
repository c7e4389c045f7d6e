namespace Pannier.Modules.Settings;

/// <summary>Whether a choice applies now.</summary>
public enum ChoiceState
{
    Offered,
    Chosen,
}
